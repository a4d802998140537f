import { sql, type Kysely } from 'kysely';
import { inChunks, type Tables } from '../../store/index.ts';
import type { StoredDeal } from './compare-to-stored.ts';

/** What the mirror holds of deals, to be compared with what HubSpot shows. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** Everything that is kept of these deals. */
    async read(ids: readonly string[]): Promise<Map<string, StoredDeal>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('deal')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('id', 'in', ids)
        .execute();
      if (rows.length === 0) return new Map();
      const splits = await db
        .selectFrom('deal_split')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('deal_id', 'in', ids)
        .execute();
      const credits = await db
        .selectFrom('credit')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('deal_id', 'in', ids)
        .execute();
      const splitsOf = Map.groupBy(splits, (split) => split.deal_id);
      const creditsOf = Map.groupBy(credits, (credit) => credit.deal_id);
      return new Map(
        rows.map((row) => [
          row.id,
          { row, splits: splitsOf.get(row.id) ?? [], credits: creditsOf.get(row.id) ?? [] },
        ]),
      );
    },

    /**
     * Whether there is such a deal, and sees to it that it stays as it is until the end of the transaction: a merge that
     * takes it away waits, and then finds what was written beside it.
     */
    async hold(id: string): Promise<boolean> {
      const { rows } =
        await sql`select id from deal where portal_id = ${portalId} and id = ${id} for share`.execute(db);
      return rows.length > 0;
    },

    /** Up to which modification each of these deals is known; those that are not mirrored left out. */
    async readSeen(ids: readonly string[]): Promise<Map<string, Date>> {
      if (ids.length === 0) return new Map();
      const rows = await db
        .selectFrom('deal')
        .select((eb) => ['id', eb.fn<Date>('greatest', ['modified_at', 'verified_at']).as('seen')])
        .where('portal_id', '=', portalId)
        .where('id', 'in', ids)
        .execute();
      return new Map(rows.map(({ id, seen }) => [id, seen]));
    },

    /** These modifications changed nothing that is kept: whoever looks for modified deals need not read them again. */
    async noteVerified(seen: readonly { readonly id: string; readonly modifiedAt: Date }[]): Promise<void> {
      await inChunks(seen, (part) =>
        db
          .updateTable('deal')
          .from(
            sql<{ id: string; at: Date }>`(values ${sql.join(
              part.map(({ id, modifiedAt }) => sql`(${id}::text, ${modifiedAt}::timestamptz)`),
            )})`.as<'seen'>(sql`seen(id, at)`),
          )
          .set((eb) => ({ verified_at: eb.ref('seen.at') }))
          .where('deal.portal_id', '=', portalId)
          .whereRef('deal.id', '=', 'seen.id')
          .execute(),
      );
    },

    /** HubSpot shows nothing of ours any more: the properties are gone. */
    async forgetShown(): Promise<void> {
      await db
        .updateTable('deal')
        .set({ known: '{}' })
        .where('portal_id', '=', portalId)
        .where(sql<boolean>`known <> '{}'::jsonb`)
        .execute();
    },

    /** A page of the deals that are divided among several people, by id. */
    async listSplit(afterId: string, limit: number): Promise<string[]> {
      const rows = await db
        .selectFrom('deal')
        .select('id')
        .where('portal_id', '=', portalId)
        .where('is_split', '=', true)
        .where('id', '>', afterId)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },
  };
}
