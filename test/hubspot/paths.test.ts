import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const room = join(import.meta.dirname, '../../src/hubspot');
const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

it('finds the room', () => {
  expect(files).toContain('version.ts');
});

it.each(files)('%s calls no undated path', (name) => {
  expect(readFileSync(join(room, name), 'utf8')).not.toMatch(/\/v[1-4]\//);
});

it.each(files.filter((name) => name !== 'version.ts'))('%s leaves dates to version.ts', (name) => {
  expect(readFileSync(join(room, name), 'utf8')).not.toMatch(/20\d\d-(03|09)/);
});
