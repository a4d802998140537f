import { cp, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildOnce } from './build-once.ts';
import { contentHash } from './content-hash.ts';

const SOURCE = join(import.meta.dirname, 'page');
const BUNDLED = ['react', 'react-dom', '@remote-ui/core', '@remote-ui/react', '@remote-ui/rpc'];

/**
 * Builds the sandbox's own pages and answers with the directory to serve: `index.html` for `/` and `/deals/:id`,
 * `assets/{page.js,page.css,worker.js}` under `/assets`. Cached under `cacheDir` by what goes in.
 */
export async function buildPage({ cacheDir }: { cacheDir: string }): Promise<string> {
  const hash = await contentHash([SOURCE], await Promise.all(BUNDLED.map(versionOf)));
  return buildOnce(cacheDir, `page-${hash}`, async (directory) => {
    await build({
      entryPoints: { page: join(SOURCE, 'main.tsx'), worker: join(SOURCE, 'worker', 'worker.ts') },
      outdir: join(directory, 'assets'),
      bundle: true,
      minify: true,
      sourcemap: 'linked',
      format: 'iife',
      target: 'es2022',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'warning',
    });
    await cp(join(SOURCE, 'index.html'), join(directory, 'index.html'));
  });
}

async function versionOf(name: string): Promise<string> {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  return `${name}@${(JSON.parse(await readFile(manifest, 'utf8')) as { version: string }).version}`;
}
