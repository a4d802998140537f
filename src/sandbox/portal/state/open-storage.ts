import { DatabaseSync } from 'node:sqlite';

/** A durable map: reads come from memory, a write reaches the file before its request is answered. */
export interface Shelf<Value> {
  get(id: string): Value | undefined;
  put(id: string, value: Value): void;
  remove(id: string): void;
  /** In the order of numeric ids: entries are loaded so, and new ids only grow. */
  values(): Value[];
  entries(): [string, Value][];
  readonly size: number;
}

export interface Storage {
  shelf<Value>(kind: string): Shelf<Value>;
  /** Everything that `work` puts on shelves is kept together or, when the process is killed, not at all. */
  inOneWrite<Outcome>(work: () => Outcome): Outcome;
  close(): void;
}

/** SQLite's code for a file that somebody else has locked. */
const sqliteBusy = 5;

/** Opens the portal's memory in `file`, or one that ends with the process when `file` is null. */
export function openStorage(file: string | null): Storage {
  return file === null ? openFleetingStorage() : openFileStorage(file);
}

function openFleetingStorage(): Storage {
  const shelves = new Map<string, Shelf<unknown>>();
  return {
    shelf<Value>(kind: string) {
      const known = shelves.get(kind) ?? shelfOver(new Map<string, unknown>());
      shelves.set(kind, known);
      return known as Shelf<Value>;
    },
    inOneWrite: (work) => work(),
    close: () => undefined,
  };
}

function openFileStorage(file: string): Storage {
  const database = new DatabaseSync(file);
  prepare(database, file);
  const shelves = new Map<string, Shelf<unknown>>();
  return {
    shelf<Value>(kind: string) {
      const known = shelves.get(kind);
      if (known) return known as Shelf<Value>;
      const opened = openShelf<Value>(database, kind);
      shelves.set(kind, opened);
      return opened;
    },
    inOneWrite(work) {
      if (database.isTransaction) return work();
      database.exec('BEGIN IMMEDIATE');
      try {
        return work();
      } finally {
        // Memory has already changed when `work` throws half-way, so the file follows memory.
        database.exec('COMMIT');
      }
    },
    close: () => database.close(),
  };
}

/** A portal's memory is in one process: a second one would not see what the first has in its shelves. */
function prepare(database: DatabaseSync, file: string): void {
  try {
    database.exec(`
      PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      CREATE TABLE IF NOT EXISTS entry (kind TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID;
    `);
  } catch (error) {
    database.close();
    if ((error as { errcode?: number }).errcode !== sqliteBusy) throw error;
    throw new Error(`${file} is in use: another sandbox portal is running on it.`, { cause: error });
  }
}

function openShelf<Value>(database: DatabaseSync, kind: string): Shelf<Value> {
  const held = new Map<string, Value>();
  const rows = database
    .prepare('SELECT id, body FROM entry WHERE kind = ? ORDER BY length(id), id')
    .all(kind);
  for (const row of rows) held.set(String(row['id']), JSON.parse(String(row['body'])) as Value);
  const upsert = database.prepare(
    'INSERT INTO entry VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET body = excluded.body',
  );
  const erase = database.prepare('DELETE FROM entry WHERE kind = ? AND id = ?');
  return shelfOver(held, {
    put: (id, value) => upsert.run(kind, id, JSON.stringify(value)),
    remove: (id) => erase.run(kind, id),
  });
}

function shelfOver<Value>(
  held: Map<string, Value>,
  kept?: { put(id: string, value: Value): void; remove(id: string): void },
): Shelf<Value> {
  return {
    get: (id) => held.get(id),
    put(id, value) {
      kept?.put(id, value);
      held.set(id, value);
    },
    remove(id) {
      kept?.remove(id);
      held.delete(id);
    },
    values: () => [...held.values()],
    entries: () => [...held.entries()],
    get size() {
      return held.size;
    },
  };
}
