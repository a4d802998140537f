import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contentHash } from '../../src/sandbox/content-hash.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'content-hash-'));
  await mkdir(join(folder, 'inner'));
  await writeFile(join(folder, 'inner', 'a.ts'), 'a');
});
afterEach(() => rm(folder, { recursive: true }));

test('stays while nothing changes, and what npm installed does not count', async () => {
  const before = await contentHash([folder], ['1']);
  await mkdir(join(folder, 'node_modules'));
  await writeFile(join(folder, 'node_modules', 'b.js'), 'b');
  expect(await contentHash([folder], ['1'])).toBe(before);
  expect(before).toMatch(/^[0-9a-f]{16}$/);
});

test('changes with a content, a name, a new file and a word', async () => {
  const seen = new Set([await contentHash([folder], ['1']), await contentHash([folder], ['2'])]);
  await writeFile(join(folder, 'inner', 'a.ts'), 'b');
  seen.add(await contentHash([folder], ['1']));
  await rename(join(folder, 'inner', 'a.ts'), join(folder, 'inner', 'b.ts'));
  seen.add(await contentHash([folder], ['1']));
  await writeFile(join(folder, 'c.ts'), '');
  seen.add(await contentHash([folder], ['1']));
  expect(seen.size).toBe(5);
});
