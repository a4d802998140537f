import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type OpenDatabase } from '../../../src/store/index.ts';

export type Engine = 'postgres' | 'embedded';

const serverUrl = process.env['DATABASE_URL'] ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

/** An empty store of its own; `close` leaves nothing behind. Says so and ends the benchmark when there is no PostgreSQL. */
export async function openBenchStore(
  engine: Engine,
): Promise<OpenDatabase & { readonly url: string | null }> {
  return engine === 'postgres' ? openOnServer() : openInDirectory();
}

async function openInDirectory() {
  const directory = mkdtempSync(join(tmpdir(), 'sideline-bench-'));
  const opened = await openDatabase({ kind: 'embedded', directory });
  return {
    ...opened,
    url: null,
    close: async () => {
      await opened.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function openOnServer() {
  const name = `sideline_bench_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  const opened = await openDatabase({ kind: 'postgres', url: url.href });
  return {
    ...opened,
    url: url.href,
    close: async () => {
      await opened.close();
      await onServer(`drop database ${name} with (force)`);
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  try {
    await client.connect();
  } catch {
    process.stderr.write(`No PostgreSQL answers at DATABASE_URL: this benchmark is left out.\n`);
    process.exit(1);
  }
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
