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

test('names every fault at once', () => {
  const faults = () => readSandboxConfig(['--app-origin', 'nowhere', '--port', '99999', '--today', 'soon']);
  for (const name of ['--data', '--app-origin', '--port', '--today']) expect(faults).toThrow(name);
});
