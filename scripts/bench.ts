/** `npm run bench [name]`: runs the benchmarks under test/bench; each prints one line of JSON a figure. */
import { spawnSync } from 'node:child_process';
import { globSync } from 'node:fs';
import { basename, join } from 'node:path';

const directory = join(import.meta.dirname, '..', 'test', 'bench');
const names = globSync('*.ts', { cwd: directory }).map((file) => basename(file, '.ts'));
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  process.stderr.write(`There is no benchmark ${unknown.join(', ')}. There are: ${names.join(', ')}.\n`);
  process.exit(1);
}
for (const name of wanted.length > 0 ? wanted : names) {
  const flags = ['--disable-warning=ExperimentalWarning', join(directory, `${name}.ts`)];
  const { status } = spawnSync(process.execPath, flags, { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
