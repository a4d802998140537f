import { remoteBuild } from '@hubspot/ui-extensions-dev-server/build';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const cards = join(import.meta.dirname, '../../extensions/src/app/cards');
const globalsOfTheHost = ['React', 'RemoteUI'];
const contractByPackageName = /^import .*'@sideline\/contract';$/m;

describe("HubSpot's own bundler", () => {
  let outputDir: string;
  beforeAll(() => {
    outputDir = mkdtempSync(join(tmpdir(), 'sideline-bundle-'));
  });
  afterAll(() => rmSync(outputDir, { recursive: true }));

  it.each(['QuotaForecastCard', 'QuotaForecastSidebar'])('builds %s, small and whole', async (name) => {
    const entryPoint = join(cards, `${name}.tsx`);
    await remoteBuild({
      root: cards,
      entryPoint,
      outputDir,
      logLevel: 'error',
      appConfig: { variables: {} },
    });
    const bundle = readFileSync(join(outputDir, `${name}.js`), 'utf8');
    expect(Buffer.byteLength(bundle)).toBeLessThan(120_000);
    // React comes from the host; a second copy would break every hook. The contract must be in the bundle.
    expect(bundle.slice(bundle.lastIndexOf('})('))).toContain(globalsOfTheHost.join(','));
    expect(bundle).toContain('too_many_requests');
    expect(bundle).not.toMatch(/\bimport\s*\(|\brequire\s*\(/);
  });

  it('is given the contract by its package name, which is how the upload packs it', () => {
    const source = readFileSync(join(cards, 'quota-forecast/use-quota-forecast.ts'), 'utf8');
    expect(source).toMatch(contractByPackageName);
  });
});
