import { sql, type Kysely } from 'kysely';
import { dirtyOwnersOf, NOBODY } from '../../../mirror/index.ts';
import { inChunks, type Tables } from '../../../store/index.ts';
import type { DealCoaching } from './describe-coaching-properties.ts';

/** What the coaching of deals comes to, without a word and without a person. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** Of those deals that were ever coached or have something open; a private note counts nowhere. */
    async readDeals(
      dealIds: readonly string[],
      timeZone: string,
    ): Promise<ReadonlyMap<string, DealCoaching>> {
      const found = new Map<string, DealCoaching>();
      await inChunks(dealIds, async (part) => {
        const { rows } = await sql<DealCoaching & { id: string }>`
          select deal.id, to_char(shared.last at time zone ${timeZone}, 'YYYY-MM-DD') as "lastCoachedOn",
            promised.open::integer as "openActions"
          from unnest(${part}::text[]) as deal (id)
          cross join lateral (select max(shared_at) as last from coaching_note
            where portal_id = ${portalId} and record_type = 'deal' and record_id = deal.id and state = 'shared') shared
          cross join lateral (select count(*) as open from coaching_action
            where portal_id = ${portalId} and record_type = 'deal' and record_id = deal.id and topic = 'deal'
              and state = 'open') promised
          where shared.last is not null or promised.open > 0`.execute(db);
        for (const { id, ...coaching } of rows) found.set(id, coaching);
      });
      return found;
    },

    /**
     * Has these deals looked at again, if ops have ever switched on a property that says something of their coaching. In the
     * transaction of what changed it.
     */
    async renew(dealIds: readonly string[]): Promise<void> {
      if (dealIds.length === 0) return;
      const owners = await db
        .selectFrom('deal')
        .select((eb) => eb.fn.coalesce('owner_id', eb.val(NOBODY)).as('ownerId'))
        .distinct()
        .where('portal_id', '=', portalId)
        .where('id', 'in', dealIds)
        .where((eb) =>
          eb.exists(
            eb.selectFrom('property_choice').select('name').where('property_choice.portal_id', '=', portalId),
          ),
        )
        .execute();
      await dirtyOwnersOf(db, portalId).mark(owners.map(({ ownerId }) => ownerId));
    },
  };
}
