import { execFileSync } from 'node:child_process';
import { comesWithInstall } from './find-browser.ts';

/**
 * Before any suite: whoever finds the browser half unpacked by a neighbour would start it. In a process of its own, since
 * unpacking changes the environment.
 */
export default function unpackBrowser(): void {
  if (!comesWithInstall()) return;
  const unpack = `const { bundledBrowser } = await import(process.argv[1]); await bundledBrowser();`;
  execFileSync(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--input-type=module',
    '--eval',
    unpack,
    new URL('bundled-browser.ts', import.meta.url).href,
  ]);
}
