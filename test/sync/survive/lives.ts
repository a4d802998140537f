import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Task, Told } from './worker.ts';

/** When a life ends: at its n-th call to HubSpot, some milliseconds in. */
export interface Death {
  readonly call: number;
  readonly afterMs: number;
}

export interface Lives {
  /** Lets one process work until it is done, or until its death; says which. */
  live(task: Task, death: Death | null): Promise<'done' | 'killed'>;
  stop(): Promise<void>;
}

/** Processes one after the other; the next one starts up while one works, so that only the work takes time. */
export function openLives(): Lives {
  const cache = mkdtempSync(join(tmpdir(), 'sideline-lives-'));
  let next = start(cache);
  return {
    async live(task, death) {
      const life = await next;
      next = start(cache);
      const ended = once(life, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
      let calls = 0;
      const heard = new Set<Told>();
      life.on('message', (told: Told) => {
        heard.add(told);
        if (told !== 'call' || death === null || (calls += 1) !== death.call) return;
        void sleep(death.afterMs).then(() => life.kill('SIGKILL'));
      });
      life.send(task);
      const [code, signal] = await ended;
      if (heard.has('done')) return 'done';
      if (signal === 'SIGKILL') return 'killed';
      throw new Error(`the process ended by itself with ${code ?? signal ?? 'nothing'}`);
    },
    async stop() {
      (await next).kill('SIGKILL');
      rmSync(cache, { recursive: true, force: true });
    },
  };
}

async function start(cache: string): Promise<ChildProcess> {
  const life = fork(join(import.meta.dirname, 'worker.ts'), {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // A life is too short for PGlite's code to be worth optimising.
    execArgv: ['--disable-warning=ExperimentalWarning', '--liftoff-only'],
    // Every process after the first finds its code compiled.
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  await once(life, 'message');
  return life;
}
