/** Fails when a check has changed a file: a generated file that was out of date, or a test that leaves something behind. */
import { execFileSync } from 'node:child_process';

const changed = execFileSync('git', ['status', '--porcelain'], { encoding: 'utf8' }).trim();
if (changed !== '') {
  process.stderr.write(`The tree is not clean:\n${changed}\n`);
  process.exitCode = 1;
}
