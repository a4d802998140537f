import { fork } from 'node:child_process';
import { join } from 'node:path';
import { Pool } from 'undici';
import type { StoreLocation } from '../../../src/store/index.ts';

export interface BenchServer {
  readonly pool: Pool;
  stop(): Promise<void>;
}

/** Starts a server in a process of its own, with `connections` kept open to it. */
export async function startBenchServer(
  mode: 'card' | 'bare',
  location: StoreLocation,
  connections: number,
  work: 'work' | 'idle' = 'idle',
): Promise<BenchServer> {
  const child = fork(
    join(import.meta.dirname, 'serve-for-bench.ts'),
    [mode, JSON.stringify(location), work],
    {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    },
  );
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => {
      resolve((message as { port: number }).port);
    });
    child.once('exit', (code) => {
      reject(new Error(`the server ended with ${String(code)}`));
    });
  });
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 });
  return {
    pool,
    async stop() {
      await pool.destroy();
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.disconnect();
      await gone;
    },
  };
}
