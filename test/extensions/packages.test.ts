import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface PackageFile {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
interface LockFile {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string }>;
}

const root = join(import.meta.dirname, '../..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown;
const dependenciesOf = (path: string) => {
  const { dependencies, devDependencies } = readJson(path) as PackageFile;
  return { ...devDependencies, ...dependencies };
};
const hosted = globSync('extensions/src/app/*/package.json', { cwd: root }).sort();

it('there is something that HubSpot hosts', () => {
  expect(hosted).toEqual(
    ['cards', 'pages', 'settings'].map((surface) => `extensions/src/app/${surface}/package.json`),
  );
});

describe.each(hosted)('%s', (path) => {
  const { packages } = readJson(path.replace('package.json', 'package-lock.json')) as LockFile;

  it("has the root's versions", () => {
    const ours = dependenciesOf('package.json');
    const shared = Object.entries(dependenciesOf(path));
    expect(shared.length).toBeGreaterThan(0);
    for (const [name, version] of shared) expect([name, version]).toEqual([name, ours[name]]);
  });

  it('has no dependency on a folder: npm installs nothing of what such a folder needs itself', () => {
    expect(Object.values(dependenciesOf(path)).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual(
      [],
    );
  });

  it('is locked as it stands, every download with its digest and without a host', () => {
    const { dependencies, devDependencies } = readJson(path) as PackageFile;
    expect(packages['']).toMatchObject({ dependencies, devDependencies });
    for (const [name, { integrity, resolved, version }] of Object.entries(packages)) {
      if (name === '') continue;
      expect([name, version, resolved, typeof integrity]).toEqual([
        name,
        expect.any(String),
        undefined,
        'string',
      ]);
    }
  });
});
