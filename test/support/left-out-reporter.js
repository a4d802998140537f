import { existsSync } from 'node:fs';

/** Ends a run by naming what it could not test here, so that green never means more than it says. */
export default class LeftOutReporter {
  onRunComplete() {
    const leftOut = [];
    if (process.env.SIDELINE_TEST_STORE !== 'postgres') leftOut.push('PostgreSQL (npm run test:postgres)');
    if (!hasBrowser()) leftOut.push('the browser (none found)');
    if (!process.env.SIDELINE_MAVEN_DATA) leftOut.push('the public Maven pipeline (SIDELINE_MAVEN_DATA)');
    process.stderr.write(`Left out: ${leftOut.length > 0 ? leftOut.join(', ') : 'nothing'}\n`);
  }
}

const hasBrowser = () =>
  (process.platform === 'linux' && process.arch === 'x64') ||
  ['/usr/bin/chromium', '/usr/bin/google-chrome'].some((path) => existsSync(path));
