import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { buildOnce } from './build-once.ts';
import { contentHash } from './content-hash.ts';

const SOURCE = join(import.meta.dirname, 'page');
const LOCKFILE = join(import.meta.dirname, '..', '..', 'package-lock.json');

/**
 * Builds the sandbox's own pages and answers with the directory to serve: `index.html` for every address of the pages,
 * `assets/{page.js,page.css,worker.js}` under `/assets`. Cached under `cacheDir` by what goes in.
 */
export async function buildPage({ cacheDir }: { cacheDir: string }): Promise<string> {
  const hash = await contentHash([SOURCE], [await readFile(LOCKFILE, 'utf8')]);
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
