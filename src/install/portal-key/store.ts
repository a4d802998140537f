import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';

/** The key that seals what people of a portal write; erasing the portal takes it along, and with it every copy of the text. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** The portal's sealed key: `offered`, unless there was one before. */
    async keep(offered: string): Promise<string> {
      await db
        .insertInto('portal_key')
        .values({ portal_id: portalId, sealed_key: offered })
        .onConflict((conflict) => conflict.column('portal_id').doNothing())
        .execute();
      const row = await db
        .selectFrom('portal_key')
        .select('sealed_key')
        .where('portal_id', '=', portalId)
        .executeTakeFirstOrThrow();
      return row.sealed_key;
    },

    /** Null for a portal in which nobody has written anything. */
    async read(): Promise<string | null> {
      const row = await db
        .selectFrom('portal_key')
        .select('sealed_key')
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row?.sealed_key ?? null;
    },

    /** False where the key is another one by now. */
    async replace(before: string, after: string): Promise<boolean> {
      const row = await db
        .updateTable('portal_key')
        .set({ sealed_key: after })
        .where('portal_id', '=', portalId)
        .where('sealed_key', '=', before)
        .returning('portal_id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}

/** Portals whose key does not begin as the newest sealing key writes, in the order of their numbers. */
export async function listKeysSealedOtherwise(db: Kysely<Tables>, sealedStart: string): Promise<number[]> {
  const rows = await db
    .selectFrom('portal_key')
    .select('portal_id')
    .where(sql<boolean>`not starts_with(sealed_key, ${sealedStart})`)
    .orderBy('portal_id')
    .execute();
  return rows.map((row) => row.portal_id);
}
