import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Works within the transaction that is open already, or opens one: a use case may tie several stores' changes together. */
export function inTransaction<Value>(
  db: Kysely<Tables>,
  work: (trx: Kysely<Tables>) => Promise<Value>,
): Promise<Value> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
