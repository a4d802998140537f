import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ProcessSettings } from './worker-process.ts';

/** A stretch of work on a portal, in milliseconds since 1970. */
export interface Stretch {
  readonly job: string;
  readonly portalId: number;
  readonly outcome: string;
  readonly from: number;
  readonly to: number;
}

export interface StartedProcess {
  readonly settings: ProcessSettings;
  readonly worked: Stretch[];
  /** What it wrote to standard error, for when something is wrong. */
  readonly errors: () => string;
  kill(): Promise<void>;
  stop(): Promise<number | null>;
}

/** A line of the log about a job; lines about anything else have none of it. */
interface JobLine {
  readonly job?: string;
  readonly outcome?: string;
  readonly portalId: number;
  readonly ms: number;
  readonly time: number;
}

/** Starts one process of the service and waits until it runs. */
export async function startProcess(settings: ProcessSettings): Promise<StartedProcess> {
  const child: ChildProcess = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, 'worker-process.ts'),
      JSON.stringify(settings),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const worked: Stretch[] = [];
  let errors = '';
  child.stderr!.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => {
      reject(new Error(`a ${settings.role} ended with ${String(code)}: ${errors}`));
    });
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if (line === 'ready') resolve();
      if (!line.startsWith('{')) return;
      const { job, portalId, outcome, ms, time } = JSON.parse(line) as JobLine;
      if (job !== undefined && outcome !== undefined)
        worked.push({ job, portalId, outcome, from: time - ms, to: time });
    });
  });
  const ended = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    return child.exitCode;
  };
  return {
    settings,
    worked,
    errors: () => errors,
    async kill() {
      child.kill('SIGKILL');
      await ended();
    },
    stop() {
      child.kill('SIGTERM');
      return ended();
    },
  };
}
