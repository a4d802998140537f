import { cpSync, existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { appendFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { pino } from 'pino';
import { createQueue } from '../../src/jobs/index.ts';
import { buildOnce } from '../../src/sandbox/build-once.ts';
import { contentHash } from '../../src/sandbox/content-hash.ts';
import { openDatabase, type OpenDatabase, type StoreLocation } from '../../src/store/index.ts';

/** Which engine the batteries run on: `npm test` takes the embedded one, `npm run test:postgres` a server. */
export const engineUnderTest = process.env['SIDELINE_TEST_STORE'] === 'postgres' ? 'postgres' : 'embedded';

const root = join(import.meta.dirname, '..', '..');
const memory = '/dev/shm';
/** Bytes; a store takes about 40 MB, and a few are open at once. */
const plenty = 1_000_000_000;

export interface TestStorePlace {
  readonly location: StoreLocation;
  /** Leaves nothing behind; the store must have been closed. */
  remove(): Promise<void>;
}

/** Opens an empty, migrated store of its own for one test file; `close` leaves nothing behind. */
export async function openTestStore(): Promise<OpenDatabase> {
  const place = await makeTestStorePlace();
  const opened = await openDatabase(place.location);
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await place.remove();
    },
  };
}

/** A place for a store that somebody else opens. */
export async function makeTestStorePlace(): Promise<TestStorePlace> {
  return engineUnderTest === 'postgres' ? onServer() : embedded();
}

async function embedded(): Promise<TestStorePlace> {
  const directory = mkdtempSync(join(roomForStores(), 'sideline-store-'));
  cpSync(await startedStore(), directory, { recursive: true });
  return {
    location: { kind: 'embedded', directory: join(directory, 'store') },
    remove: async () => {
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** Memory where there is plenty of it: a store is a thousand small files, which a disk takes a second to make. */
function roomForStores(): string {
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > plenty ? memory : tmpdir();
}

/** What the first start leaves behind, tables and queues; PGlite takes seconds to make it, and copying it none. */
async function startedStore(): Promise<string> {
  const lockfile = await readFile(join(root, 'package-lock.json'), 'utf8');
  const hash = await contentHash([join(root, 'src', 'store'), join(root, 'src', 'jobs')], [lockfile]);
  return buildOnce(join(root, '.cache'), `store-${hash}`, async (directory) => {
    const store = join(directory, 'store');
    await startOnce({ kind: 'embedded', directory: store });
    // Of the usual 128 MB PGlite makes each page ready at every start.
    await appendFile(join(store, 'postgresql.conf'), 'shared_buffers = 8MB\n');
  });
}

async function startOnce(location: StoreLocation): Promise<void> {
  const store = await openDatabase(location);
  const queue = createQueue(store, pino({ level: 'silent' }));
  await queue.open();
  await queue.stop();
  await store.close();
}

async function onServer(): Promise<TestStorePlace> {
  const server = process.env['DATABASE_URL'];
  if (!server) throw new Error('DATABASE_URL must name a PostgreSQL server whose user may create databases');
  const name = `sideline_test_${randomBytes(6).toString('hex')}`;
  await execute(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return {
    location: { kind: 'postgres', url: url.href },
    remove: () => execute(server, `drop database ${name} with (force)`),
  };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
