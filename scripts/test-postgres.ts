/** `npm run test:postgres`: the suites that touch the store, on the server that DATABASE_URL names. */
import { spawnSync } from 'node:child_process';

const suites = [
  'test/store',
  'test/mirror',
  'test/sync',
  'test/install',
  'test/jobs',
  'test/pacing',
  'test/domains/coaching',
  'test/domains/quota/reports',
  'test/domains/quota/store',
  'test/domains/quota-forecast/fast-path',
  'test/domains/settings/routes',
];

if (!process.env['DATABASE_URL']) {
  process.stderr.write(
    'DATABASE_URL must name a PostgreSQL server (15 or later) whose user may create databases.\n',
  );
  process.exit(1);
}
const { status } = spawnSync('npm', ['test', '--', ...process.argv.slice(2), ...suites], {
  stdio: 'inherit',
  env: { ...process.env, SIDELINE_TEST_STORE: 'postgres' },
});
process.exitCode = status ?? 1;
