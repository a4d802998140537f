/** Adds up Jest's result files into the one line by which a run is judged. */
import { readFileSync } from 'node:fs';

interface JestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
}

let passed = 0;
let failed = 0;
for (const path of process.argv.slice(2)) {
  const result = JSON.parse(readFileSync(path, 'utf8')) as JestResult;
  passed += result.numPassedTests;
  // A suite that cannot even be loaded has no test to fail, and fails all the same.
  failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);
