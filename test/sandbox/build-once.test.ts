import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildOnce } from '../../src/sandbox/build-once.ts';

let cacheDir: string;
beforeEach(async () => {
  cacheDir = await mkdtemp(join(tmpdir(), 'build-once-'));
});
afterEach(() => rm(cacheDir, { recursive: true }));

const writing = (text: string) => (directory: string) => writeFile(join(directory, 'made'), text);
const made = (directory: string) => readFile(join(directory, 'made'), 'utf8');

test('builds what is not there and takes what is', async () => {
  expect(await made(await buildOnce(cacheDir, 'page-1', writing('first')))).toBe('first');
  expect(await made(await buildOnce(cacheDir, 'page-1', writing('second')))).toBe('first');
  expect(await made(await buildOnce(cacheDir, 'page-2', writing('second')))).toBe('second');
});

test('leaves nothing behind when a build fails, and builds again next time', async () => {
  const failing = () => Promise.reject(new Error('no room'));
  await expect(buildOnce(cacheDir, 'page-1', failing)).rejects.toThrow('no room');
  expect(await readdir(cacheDir)).toEqual([]);
  expect(await made(await buildOnce(cacheDir, 'page-1', writing('later')))).toBe('later');
});

test('two at once end with one whole build', async () => {
  const directories = await Promise.all(
    ['one', 'other'].map((text) => buildOnce(cacheDir, 'page-1', writing(text))),
  );
  expect(new Set(directories).size).toBe(1);
  expect(['one', 'other']).toContain(await made(directories[0]!));
  expect(await readdir(cacheDir)).toEqual(['page-1']);
});
