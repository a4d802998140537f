import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '..');
const files = globSync('src/**/*.{ts,tsx}', { cwd: root })
  .filter((path) => !path.includes('node_modules'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
  /** What is taken, without types. */
  readonly names: readonly string[];
}

const namesIn = (clause: string): string[] =>
  clause
    .replace(/[{}]/g, '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));

const imports: Import[] = files.flatMap(({ path, text }) =>
  [...text.matchAll(/^(?:import|export)\s+(type\s)?([^;]*?)\s*from\s+'([^']+)'/gms)].map(
    ([, type, clause = '', target = '']) => ({
      from: path,
      to: target.startsWith('.') ? relative(root, join(root, dirname(path), target)) : target,
      typeOnly: type !== undefined,
      names: namesIn(clause),
    }),
  ),
);

/** The file behind a door that a name comes from. */
const sourceOf = (door: string, name: string): string | undefined =>
  imports.find(({ from, names }) => from === door && names.some((each) => each.split(' as ').at(-1) === name))
    ?.to;

const shellNames = ['store.ts', 'service.ts', 'routes.ts', 'jobs.ts', 'index.ts'];
const domainOf = (path: string): string | null => /^src\/domains\/([^/]+)\//.exec(path)?.[1] ?? null;
const isShell = (path: string): boolean => shellNames.some((name) => path.endsWith(`/${name}`));
const isPure = (path: string): boolean => domainOf(path) !== null && !isShell(path);
/** A room is a folder directly under `src`, or a domain. */
const roomOf = (path: string): string | null => /^(src\/domains\/[^/]+|src\/[^/]+)\//.exec(path)?.[1] ?? null;

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
const offenders = (wrong: (file: { path: string; text: string }) => boolean): string[] =>
  files.filter(({ path, text }) => wrong({ path, text: withoutComments(text) })).map(({ path }) => path);

test('there is something to check', () => {
  expect(files.length).toBeGreaterThan(200);
  expect(imports.length).toBeGreaterThan(500);
  expect(files.filter(({ path }) => isPure(path)).length).toBeGreaterThan(40);
});

describe('pure files of a domain', () => {
  test('import only the kernel, the contract, types, and what is pure behind a door', () => {
    const wrong = imports.filter(({ from, to, typeOnly, names }) => {
      if (!isPure(from) || typeOnly) return false;
      const allowed =
        to.startsWith('src/kernel/') ||
        to.startsWith('src/contract/') ||
        (isPure(to) && domainOf(to) === domainOf(from)) ||
        (to.endsWith('/index.ts') && names.every((name) => isPure(sourceOf(to, name) ?? ''))) ||
        ['big.js', '@date-fns/tz'].includes(to) ||
        to.startsWith('date-fns/');
      return !allowed;
    });
    expect(wrong).toEqual([]);
  });

  test('know no clock, no chance, no waiting and no logger', () => {
    expect(
      offenders(
        ({ path, text }) =>
          isPure(path) &&
          /\bawait\b|\basync\b|Date\.now\(|new Date\(\)|Math\.random|console\.|\blog\./.test(text),
      ),
    ).toEqual([]);
  });
});

test('a neighbouring room is entered by its door only', () => {
  const free = ['src/kernel', 'src/contract'];
  const wrong = imports.filter(({ from, to }) => {
    const [here, there] = [roomOf(from), roomOf(to)];
    if (there === null || there === here || free.includes(there) || from.startsWith('src/sandbox/'))
      return false;
    return to !== `${there}/index.ts`;
  });
  expect(wrong).toEqual([]);
});

test('nobody imports the sandbox, and the sandbox imports only words and readers', () => {
  expect(
    imports.filter(({ from, to }) => !from.startsWith('src/sandbox/') && to.startsWith('src/sandbox/')),
  ).toEqual([]);
  const wrong = imports.filter(
    ({ from, to }) =>
      from.startsWith('src/sandbox/') && to.startsWith('src/') && !/^src\/(sandbox|kernel|csv)\//.test(to),
  );
  expect(wrong).toEqual([]);
});

/** Every way round in a graph, named by what it passes. */
function findCycles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const cycles: string[][] = [];
  const done = new Set<string>();
  const walk = (node: string, path: readonly string[]): void => {
    if (path.includes(node)) cycles.push([...path.slice(path.indexOf(node)), node]);
    if (path.includes(node) || done.has(node)) return;
    for (const next of edges.get(node) ?? []) walk(next, [...path, node]);
    done.add(node);
  };
  for (const node of edges.keys()) walk(node, []);
  return cycles;
}

function edgesBetween(placeOf: (path: string) => string | null): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [here, there] = [placeOf(from), placeOf(to)];
    if (here === null || there === null || here === there) continue;
    edges.set(here, (edges.get(here) ?? new Set()).add(there));
  }
  return edges;
}

test('rooms depend on each other in one direction, and so do files', () => {
  expect(
    findCycles(
      new Map([
        ['a', new Set(['b'])],
        ['b', new Set(['a'])],
      ]),
    ),
  ).toEqual([['a', 'b', 'a']]);
  expect(findCycles(edgesBetween(roomOf))).toEqual([]);
  expect(findCycles(edgesBetween((path) => (path.startsWith('src/') ? path : null)))).toEqual([]);
});

test('the environment is read in one place', () => {
  expect(
    offenders(({ path, text }) => /process\.env(?!\.NODE_ENV)/.test(text) && path !== 'src/config.ts'),
  ).toEqual([]);
});

test("HubSpot's paths stand in the door to HubSpot only, and always dated", () => {
  const paths = /['"`/](crm|oauth|settings|account-info|deal-splits|appinstalls)\/(\$\{|v\d|20\d\d-)/;
  const outside = offenders(
    ({ path, text }) =>
      paths.test(text) && !path.startsWith('src/hubspot/') && !path.startsWith('src/sandbox/'),
  );
  expect(outside).toEqual([]);
  expect(offenders(({ path, text }) => path.startsWith('src/hubspot/') && /\/v[1-4]\//.test(text))).toEqual(
    [],
  );
});

test('SQL stands in store files only', () => {
  const sql = /\.(selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(<[^`]*>)?`/;
  expect(
    offenders(
      ({ path, text }) =>
        sql.test(text) &&
        !path.endsWith('/store.ts') &&
        !path.startsWith('src/store/') &&
        !path.startsWith('src/sandbox/') &&
        // One readiness probe: whether the store answers at all.
        path !== 'src/compose.ts',
    ),
  ).toEqual([]);
});

test('cards import nothing of the service but the contract', () => {
  const cards = globSync('extensions/src/app/cards/**/*.{ts,tsx}', { cwd: root }).filter(
    (path) => !path.includes('node_modules'),
  );
  expect(cards.length).toBeGreaterThan(5);
  const wrong = cards.flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/from '(\.[^']+)'/g)]
      .map(([, target = '']) => join(dirname(path), target))
      .filter((target) => !target.startsWith('extensions/src/app/cards/')),
  );
  expect(wrong).toEqual([]);
});

test('no file grows beyond what one can keep in mind', () => {
  expect(offenders(({ text }) => text.split('\n').length > 280)).toEqual([]);
});
