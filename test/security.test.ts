import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const security = readFileSync(join(root, 'docs/security.md'), 'utf8');
const tests = globSync('test/**/*.test.{ts,tsx}', { cwd: root }).map((path) =>
  readFileSync(join(root, path), 'utf8').replaceAll("\\'", "'"),
);

test('every test that docs/security.md names is there', () => {
  const named = [...security.matchAll(/^\|.*\|$/gm)].flatMap(
    ([row]) => row.match(/(?<=")[^"]{10,}(?=")/g) ?? [],
  );
  const names = [...new Set(named)].filter((name) => !/^[, ]+$/.test(name));
  expect(names.length).toBeGreaterThan(15);
  const isName = (name: string) => (text: string) =>
    [`'${name}'`, `"${name}"`, `\`${name}\``].some((quoted) => text.includes(quoted));
  expect(names.filter((name) => !tests.some(isName(name)))).toEqual([]);
});

test('every place that it points to is there', () => {
  const places = security.match(/(?<=`)test\/[\w./-]+(?=`)/g) ?? [];
  expect(places.length).toBeGreaterThan(5);
  expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([]);
});

test('each threat has its answer and its test', () => {
  const rows = security
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| threat') && !/^\| -+/.test(line));
  expect(rows.length).toBeGreaterThan(12);
  for (const row of rows) expect(row.split('|').filter((cell) => cell.trim() !== '')).toHaveLength(3);
});
