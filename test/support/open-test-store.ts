import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase, type OpenDatabase } from '../../src/store/index.ts';

/** Which engine the batteries run on: `npm test` takes the embedded one, `npm run test:postgres` a server. */
export const engineUnderTest = process.env['SIDELINE_TEST_STORE'] === 'postgres' ? 'postgres' : 'embedded';

/** Opens an empty, migrated store of its own for one test file; `close` leaves nothing behind. */
export async function openTestStore(): Promise<OpenDatabase> {
  return engineUnderTest === 'postgres' ? openOnServer() : openEmbedded();
}

async function openEmbedded(): Promise<OpenDatabase> {
  const directory = mkdtempSync(join(tmpdir(), 'sideline-store-'));
  const opened = await openDatabase({ kind: 'embedded', directory: join(directory, 'store') });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function openOnServer(): Promise<OpenDatabase> {
  const server = process.env['DATABASE_URL'];
  if (!server) throw new Error('DATABASE_URL must name a PostgreSQL server whose user may create databases');
  const name = `sideline_test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const opened = await openDatabase({ kind: 'postgres', url: url.href });
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
