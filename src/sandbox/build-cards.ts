import { basename, dirname, extname, join } from 'node:path';
import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { buildOnce } from './build-once.ts';
import { contentHash } from './content-hash.ts';

/** One card or page to bundle: its uid and its entry file, beside which everything stands that its bundle takes. */
export interface CardSource {
  readonly uid: string;
  readonly entryPoint: string;
}

/**
 * Bundles each card or page with HubSpot's own bundler, as its remote build does (minified, React and remote-ui left to the host),
 * and answers with the bundle's file by uid. Cached under `cacheDir` by the content of its folder.
 */
export async function buildCards(options: {
  cacheDir: string;
  entries: readonly CardSource[];
}): Promise<Readonly<Record<string, string>>> {
  const bundles: Record<string, string> = {};
  for (const { uid, entryPoint } of options.entries) {
    const root = dirname(entryPoint);
    const hash = await contentHash([root], [basename(entryPoint)]);
    const directory = await buildOnce(options.cacheDir, `card-${uid}-${hash}`, (outputDir) =>
      remoteBuild({ root, entryPoint, outputDir, logLevel: 'error', appConfig: { variables: {} } }),
    );
    bundles[uid] = join(directory, `${basename(entryPoint, extname(entryPoint))}.js`);
  }
  return bundles;
}
