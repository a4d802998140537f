import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const root = join(import.meta.dirname, '..', '..');

/** The command as a newcomer runs it, in a directory of its own. */
export interface StartedCommand {
  /** Everything that it has printed so far. */
  readonly lines: readonly string[];
  /** The address that it told to open. */
  readonly address: string;
  stop(): Promise<void>;
}

export interface CommandDirectory {
  start(flags?: readonly string[]): Promise<StartedCommand>;
  remove(): void;
}

/** A directory in which `sideline start` can be run more than once. */
export function openCommandDirectory(port: number): CommandDirectory {
  const data = mkdtempSync(join(tmpdir(), 'sideline-start-'));
  return {
    start: (flags = []) => start(['--data', data, '--port', String(port), ...flags]),
    remove: () => {
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function start(flags: readonly string[]): Promise<StartedCommand> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'src/cli.ts', 'start', ...flags],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A newcomer's: without what this run's own environment may say of databases or credentials.
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
    },
  );
  const lines: string[] = [];
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = await new Promise<string>((resolve, reject) => {
    const read = (line: string) => {
      lines.push(line);
      const open = /^Open (http\S+)$/.exec(line)?.[1];
      if (open !== undefined) resolve(open);
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
    void ended.then((code) => {
      reject(new Error(`start ended with code ${String(code)}:\n${lines.join('\n')}`));
    });
  });
  return {
    lines,
    address,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
