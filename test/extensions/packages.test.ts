import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface PackageFile {
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
interface LockFile {
  packages: Record<string, { version?: string; resolved?: string; integrity?: string; link?: boolean }>;
}

const root = join(import.meta.dirname, '../..');
const readJson = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as unknown;
const dependenciesOf = (path: string) => {
  const { dependencies, devDependencies } = readJson(path) as PackageFile;
  return { ...devDependencies, ...dependencies };
};
const hosted = globSync('extensions/src/app/*/package.json', { cwd: root });

it('there is something that HubSpot hosts', () => {
  expect(hosted).toEqual(['extensions/src/app/cards/package.json']);
});

describe.each(hosted)('%s', (path) => {
  const { packages } = readJson(path.replace('package.json', 'package-lock.json')) as LockFile;

  it("has the root's versions", () => {
    const ours = dependenciesOf('package.json');
    const shared = Object.entries(dependenciesOf(path)).filter(([name]) => name !== '@sideline/contract');
    expect(shared.length).toBeGreaterThan(0);
    for (const [name, version] of shared) expect([name, version]).toEqual([name, ours[name]]);
  });

  it('takes the contract from the folder that the upload packs along', () => {
    const target = dependenciesOf(path)['@sideline/contract'];
    expect(target).toBe('file:../../../../src/contract');
    expect(existsSync(join(root, path, '..', target!.slice('file:'.length), 'index.ts'))).toBe(true);
    expect(packages['node_modules/@sideline/contract']).toMatchObject({ link: true });
  });

  it('is locked as it stands, every download with its digest and without a host', () => {
    const { dependencies, devDependencies } = readJson(path) as PackageFile;
    expect(packages['']).toMatchObject({ dependencies, devDependencies });
    for (const [name, { link, integrity, resolved, version }] of Object.entries(packages)) {
      if (!name.startsWith('node_modules/') || link === true) continue;
      expect([name, version, resolved, typeof integrity]).toEqual([
        name,
        expect.any(String),
        undefined,
        'string',
      ]);
    }
  });
});
