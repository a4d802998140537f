import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../store/index.ts';
import type { SealedTokens } from '../store.ts';

/** Whose turn it is to renew a portal's tokens, among all processes, on the store's clock. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /**
     * Takes the turn for so long, unless somebody has it, and answers with the tokens as they are then; null when it is somebody
     * else's, or there are no tokens any more.
     */
    async claim(renewer: string, forMs: number): Promise<SealedTokens | null> {
      const until = sql<Date>`clock_timestamp() + ${forMs}::float8 * interval '1 millisecond'`;
      const row = await db
        .updateTable('token')
        .set({ renewer, renewing_until: until })
        .where('portal_id', '=', portalId)
        .where((eb) =>
          eb.or([eb('renewing_until', 'is', null), eb('renewing_until', '<', sql<Date>`clock_timestamp()`)]),
        )
        .returning(['sealed_access', 'sealed_refresh', 'expires_at'])
        .executeTakeFirst();
      return row
        ? { access: row.sealed_access, refresh: row.sealed_refresh, expiresAt: row.expires_at }
        : null;
    },

    /** Gives the turn back; somebody else's is left alone. */
    async release(renewer: string): Promise<void> {
      await db
        .updateTable('token')
        .set({ renewer: null, renewing_until: null })
        .where('portal_id', '=', portalId)
        .where('renewer', '=', renewer)
        .execute();
    },

    /** Puts tokens in the place of others; where those have been replaced already, nothing happens. Answers whether it did. */
    async replace(old: SealedTokens, tokens: SealedTokens): Promise<boolean> {
      const replaced = await db
        .updateTable('token')
        .set({
          sealed_access: tokens.access,
          sealed_refresh: tokens.refresh,
          expires_at: tokens.expiresAt,
        })
        .where('portal_id', '=', portalId)
        .where('sealed_access', '=', old.access)
        .where('sealed_refresh', '=', old.refresh)
        .executeTakeFirst();
      return replaced.numUpdatedRows === 1n;
    },
  };
}

/** Portals with a token that does not start as the newest key seals, by number, some at a time. */
export async function listSealedOtherwise(
  db: Kysely<Tables>,
  sealedStart: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<number[]> {
  const other = (column: 'sealed_access' | 'sealed_refresh') =>
    sql<boolean>`not starts_with(${sql.ref(column)}, ${sealedStart})`;
  const rows = await db
    .selectFrom('token')
    .select('portal_id')
    .where((eb) => eb.or([other('sealed_access'), other('sealed_refresh')]))
    .where('portal_id', '>', after)
    .orderBy('portal_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.portal_id);
}
