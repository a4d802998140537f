import { readSandboxConfig } from '../../src/sandbox/config.ts';

const least = ['--data', 'd', '--app-origin', 'http://localhost:7300'];

test('reads what it needs and leaves the rest at its defaults', () => {
  expect(readSandboxConfig(least)).toEqual({
    dataDirectory: 'd',
    port: 7400,
    appOrigin: 'http://localhost:7300',
    seedFile: null,
    today: null,
    fresh: false,
  });
});

test('reads everything else', () => {
  const config = readSandboxConfig([
    ...least,
    ...['--port', '0', '--seed-file', 's.json', '--today', '2017-10-15', '--fresh'],
  ]);
  expect(config).toMatchObject({ port: 0, seedFile: 's.json', fresh: true });
  expect(config.today?.toISOString()).toBe('2017-10-15T09:00:00.000Z');
});

test('names every fault at once', () => {
  const faults = () => readSandboxConfig(['--app-origin', 'nowhere', '--port', '99999', '--today', 'soon']);
  for (const name of ['--data', '--app-origin', '--port', '--today']) expect(faults).toThrow(name);
});
