import { hasBrowser } from '../browser/find-browser.ts';

/** Ends a run by naming what it could not test here, so that green never means more than it says. */
export default class LeftOutReporter {
  onRunComplete(): void {
    const leftOut = [
      ...(process.env['SIDELINE_TEST_STORE'] === 'postgres' ? [] : ['PostgreSQL (npm run test:postgres)']),
      ...(hasBrowser() ? [] : ['the browser (none was found)']),
    ];
    // Only when the process ends: Jest prints its summary after the reporters.
    process.once('exit', () => {
      process.stderr.write(`Left out: ${leftOut.join(', ') || 'nothing'}\n`);
    });
  }
}
