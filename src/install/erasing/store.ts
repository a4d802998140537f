import { sql, type Kysely } from 'kysely';
import { inTransaction, type Tables } from '../../store/index.ts';

/** Why a portal's data were erased: ops wished it, or it had been disconnected for as long as we keep data. */
export type ErasureCause = 'ops' | 'retention';

/** All that a portal leaves behind: its number, when and why. Nothing of a person. */
export interface ErasedPortal {
  readonly id: number;
  readonly erasedAt: Date;
  readonly cause: ErasureCause;
}

/** The end of a portal's data. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** Deletes every row of the portal from every table, those that were added after this was written too. */
    async erase(at: Date, cause: ErasureCause): Promise<void> {
      await inTransaction(db, async (trx) => {
        for (const table of await listPortalTables(trx)) {
          await sql`delete from ${sql.table(table)} where portal_id = ${portalId}`.execute(trx);
        }
        await trx.deleteFrom('portal').where('id', '=', portalId).execute();
        await trx
          .insertInto('erased_portal')
          .values({ id: portalId, erased_at: at, cause })
          .onConflict((conflict) => conflict.column('id').doUpdateSet({ erased_at: at, cause }))
          .execute();
      });
    },

    /** Null for a portal whose data were never erased. */
    async readErased(): Promise<ErasedPortal | null> {
      const row = await db
        .selectFrom('erased_portal')
        .selectAll()
        .where('id', '=', portalId)
        .executeTakeFirst();
      return row ? { id: row.id, erasedAt: row.erased_at, cause: row.cause as ErasureCause } : null;
    },
  };
}

/** Portals whose connection ended before an instant. */
export async function listDisconnectedBefore(db: Kysely<Tables>, at: Date): Promise<number[]> {
  const rows = await db
    .selectFrom('portal')
    .select('id')
    .where('connected', '=', false)
    .where('disconnected_at', '<', at)
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/**
 * Deletes rows of erased portals that a pass, at work when its portal was erased, still wrote. A portal that connected
 * again is none of them.
 */
export async function sweepErased(db: Kysely<Tables>): Promise<void> {
  for (const table of await listPortalTables(db)) {
    await sql`delete from ${sql.table(table)} where portal_id in (select id from erased_portal)
      and not exists (select 1 from portal where portal.id = portal_id)`.execute(db);
  }
}

async function listPortalTables(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ table_name: string }>`
    select c.table_name from information_schema.columns c
    join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
    where c.column_name = 'portal_id' and c.table_schema = current_schema() and t.table_type = 'BASE TABLE'
    order by c.table_name`.execute(db);
  return rows.map(({ table_name }) => table_name);
}
