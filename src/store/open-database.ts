import { Kysely, PGliteDialect, PostgresDialect } from 'kysely';
import pg from 'pg';
import { lockDirectory } from './lock-directory.ts';
import { migrate } from './migrate.ts';
import type { Tables } from './tables.ts';

/** Where rows live: a directory for the embedded store, or the address of a PostgreSQL server. */
export type StoreLocation =
  | { readonly kind: 'embedded'; readonly directory: string }
  | { readonly kind: 'postgres'; readonly url: string };

/** What the queue needs beside the tables: one method, so that it can share the embedded store's single connection. */
export interface SqlRunner {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  exec(text: string): Promise<unknown>;
}

export interface OpenDatabase {
  readonly db: Kysely<Tables>;
  readonly engine:
    | { readonly kind: 'pglite'; readonly runner: SqlRunner }
    | { readonly kind: 'postgres'; readonly url: string };
  /** How many connections this process holds, how many of them are free, and who waits for one. */
  countConnections(): { readonly open: number; readonly idle: number; readonly awaited: number };
  close(): Promise<void>;
}

const { INT8 } = pg.types.builtins;
const toSafeInteger = (text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new Error(`the store holds ${text}, beyond exact integers`);
  return value;
};

/** Opens and migrates the store. Both engines answer with the same types: bigint as safe integers, timestamps as Date. */
export async function openDatabase(location: StoreLocation): Promise<OpenDatabase> {
  const opened =
    location.kind === 'postgres' ? openPostgres(location.url) : await openEmbedded(location.directory);
  try {
    await migrate(opened.db);
  } catch (error) {
    await opened.close();
    throw error;
  }
  return opened;
}

function openPostgres(url: string): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types: {
      getTypeParser: (oid, format) =>
        oid === INT8 ? toSafeInteger : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
    },
  });
  // A server that restarts ends idle connections. The pool replaces them; without a listener the process would end too.
  pool.on('error', () => {});
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    db,
    engine: { kind: 'postgres', url },
    countConnections: () => ({ open: pool.totalCount, idle: pool.idleCount, awaited: pool.waitingCount }),
    close: () => db.destroy(),
  };
}

async function openEmbedded(directory: string): Promise<OpenDatabase> {
  const unlock = lockDirectory(directory);
  const { PGlite } = await import('@electric-sql/pglite');
  const pglite = await PGlite.create({ dataDir: directory, parsers: { [INT8]: toSafeInteger } });
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }) });
  return {
    db,
    engine: { kind: 'pglite', runner: pglite },
    countConnections: () => ({ open: 1, idle: 0, awaited: 0 }),
    close: async () => {
      await pglite.close();
      unlock();
    },
  };
}
