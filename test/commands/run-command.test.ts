import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The command in a process of its own, with nothing of this machine's environment but the path. */
function run(args: readonly string[], environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...environment },
  });
  return { status, stdout, stderr };
}

test('help says what there is', () => {
  const { status, stdout } = run(['--help']);
  expect(status).toBe(0);
  for (const command of ['start', 'sync', 'import', 'standings']) expect(stdout).toContain(command);
});

test.each<[string[], string]>([
  [['dance'], 'There is no command dance'],
  [['start', '--port', 'x'], '--port x is no number'],
  [['start', '--colour', 'red'], '--colour'],
  [['import', '--deals', 'd.csv'], 'Deals are not imported into a connected portal'],
])('%j is refused with one sentence and no stack', (args, sentence) => {
  const { status, stderr } = run(args);
  expect(status).toBe(1);
  expect(stderr).toContain(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test('some credentials but not all is an error that names the missing ones, never the sandbox', () => {
  const { status, stdout, stderr } = run(['start'], { HUBSPOT_CLIENT_ID: 'c', HUBSPOT_APP_ID: '7' });
  expect(status).toBe(1);
  expect(stdout).toBe('');
  for (const name of ['HUBSPOT_CLIENT_SECRET', 'SIDELINE_PUBLIC_URL', 'SIDELINE_KEYS', 'DATABASE_URL']) {
    expect(stderr).toContain(`${name} is missing`);
  }
  expect(stderr).not.toContain('HUBSPOT_APP_ID is missing');
});
