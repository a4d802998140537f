import { readSandboxConfig } from '../../src/sandbox/config.ts';

const least = ['--data', 'd', '--app-origin', 'http://localhost:7300'];

test('reads what it needs and leaves the rest at its defaults', () => {
  expect(readSandboxConfig(least)).toEqual({
    dataDirectory: 'd',
    port: 7400,
    appOrigin: 'http://localhost:7300',
    seedFile: null,
    files: null,
    today: null,
    size: null,
    latencyMs: 0,
    fresh: false,
  });
});

test('reads everything else', () => {
  const config = readSandboxConfig([
    ...least,
    ...['--port', '0', '--seed-file', 's.json', '--today', '2017-10-15', '--fresh'],
  ]);
  expect(config).toMatchObject({ port: 0, seedFile: 's.json', today: '2017-10-15', fresh: true });
});

test('takes the user’s own files, but none without the deals', () => {
  const { files } = readSandboxConfig([
    ...least,
    '--deals',
    'd.csv',
    '--quotas',
    'q.csv',
    '--time-zone',
    'Europe/Berlin',
  ]);
  expect(files).toEqual({
    deals: 'd.csv',
    stages: null,
    quotas: 'q.csv',
    people: null,
    timeZone: 'Europe/Berlin',
  });
  expect(() => readSandboxConfig([...least, '--quotas', 'q.csv'])).toThrow('--deals');
});

test('reads the files that take the place of the invented company', () => {
  const flags = ['--deals', 'd.csv', '--people', 'p.csv', '--time-zone', 'Europe/Berlin'];
  expect(readSandboxConfig([...least, ...flags]).files).toEqual({
    deals: 'd.csv',
    stages: null,
    quotas: null,
    people: 'p.csv',
    timeZone: 'Europe/Berlin',
  });
  expect(() => readSandboxConfig([...least, '--quotas', 'q.csv'])).toThrow('--quotas goes with --deals');
  expect(() => readSandboxConfig([...least, ...flags, '--time-zone', 'Berlin'])).toThrow('--time-zone');
});

test.each([
  ['800', 800],
  ['5k', 5_000],
  ['1.5k', 1_500],
  ['100,000', 100_000],
  ['1M', 1_000_000],
])('reads a size of %s', (text, size) => {
  expect(readSandboxConfig([...least, '--size', text, '--latency', '400'])).toMatchObject({
    size,
    latencyMs: 400,
  });
});

test.each(['0', 'many', '6m', '-5', '1.2345k'])('refuses a size of %s', (text) => {
  expect(() => readSandboxConfig([...least, `--size=${text}`])).toThrow('--size');
});

test('names every fault at once', () => {
  const faults = () => readSandboxConfig(['--app-origin', 'nowhere', '--port', '99999', '--today', 'soon']);
  for (const name of ['--data', '--app-origin', '--port', '--today']) expect(faults).toThrow(name);
});
