import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface BundleManifest {
  modules: { internal: { module: string }[]; external: { module: string }[] };
}
interface LockFile {
  packages: Record<string, unknown>;
}

const root = join(import.meta.dirname, '../..');

describe("HubSpot's own bundler, on what an upload unpacks to", () => {
  let unpacked: string;
  const environment = process.env['NODE_ENV'];
  beforeAll(() => {
    // As HubSpot builds: under a test runner's own the bundle would carry what helps to find faults.
    process.env['NODE_ENV'] = 'production';
    unpacked = mkdtempSync(join(tmpdir(), 'sideline-upload-'));
    cpSync(join(root, 'extensions/src'), unpacked, { recursive: true });
    // In place of `npm ci`: the same versions, as another test makes sure.
    for (const folder of ['cards', 'settings', 'pages'])
      symlinkSync(join(root, 'node_modules'), join(unpacked, 'app', folder, 'node_modules'));
  });
  afterAll(() => {
    process.env['NODE_ENV'] = environment;
    rmSync(unpacked, { recursive: true });
  });

  it.each([
    ['cards', 'QuotaForecastCard', 'contract/quota-forecast-card.ts'],
    ['cards', 'QuotaForecastSidebar', 'contract/quota-forecast-card.ts'],
    ['cards', 'CoachingCard', 'contract/coaching/card.ts'],
    ['cards', 'CoachingSidebar', 'contract/coaching/card.ts'],
    ['settings', 'Settings', 'shared/ask-service.ts'],
    ['pages', 'Home', 'home/HomePage.tsx'],
  ])('builds %s/%s, small and whole', async (folder, name, within) => {
    const surface = join(unpacked, 'app', folder);
    const outputDir = join(unpacked, 'built', name);
    const entryPoint = join(surface, `${name}.tsx`);
    await remoteBuild({
      root: surface,
      entryPoint,
      outputDir,
      logLevel: 'error',
      appConfig: { variables: {} },
    });

    const bundle = readFileSync(join(outputDir, `${name}.js`), 'utf8');
    expect(Buffer.byteLength(bundle)).toBeLessThan(120_000);
    // React comes from the host: a second copy in the bundle would break every hook.
    expect(bundle.slice(bundle.lastIndexOf('})('))).toContain('React,RemoteUI');
    expect(bundle).not.toMatch(/\bimport\s*\(|\brequire\s*\(/);

    const { modules } = JSON.parse(
      readFileSync(join(outputDir, `${name}-manifest.json`), 'utf8'),
    ) as BundleManifest;
    expect(modules.internal.map(({ module }) => module)).toContain(within);
    const locked = JSON.parse(readFileSync(join(surface, 'package-lock.json'), 'utf8')) as LockFile;
    const packages = new Set(modules.external.map(({ module }) => packageOf(module)));
    expect(Object.keys(locked.packages)).toEqual(
      expect.arrayContaining([...packages].map((it) => `node_modules/${it}`)),
    );
  });
});

/** The package that a bundled file comes from; what comes from none is outside the card's folder and not uploaded. */
function packageOf(module: string): string {
  const [, name] = /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(module) ?? [];
  if (name === undefined) throw new Error(`${module} is in no package`);
  return name;
}
