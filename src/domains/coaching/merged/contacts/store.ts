import { sql, type Kysely } from 'kysely';
import type { Merge } from '../../../../mirror/index.ts';
import { inTransaction, type Tables } from '../../../../store/index.ts';
import { forPortal as coachingOf } from '../store.ts';

/** Contacts that HubSpot made one of, of which nothing else is mirrored. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /**
     * Coaching beside a contact goes where the contact goes, through as many merges as HubSpot has told of by now, in whatever
     * order it did. False where the portal is not connected; done again it changes nothing.
     */
    async follow({ survivorId, mergedIds }: Merge): Promise<boolean> {
      return inTransaction(db, async (trx) => {
        // Of two merges in one chain that are told at once, the second has to see the first.
        const portal = await trx
          .selectFrom('portal')
          .select('id')
          .where('id', '=', portalId)
          .where('connected', '=', true)
          .forNoKeyUpdate()
          .executeTakeFirst();
        if (!portal) return false;
        await sql`insert into merged_contact (portal_id, id, survivor_id)
          select ${portalId}::bigint, id, ${survivorId} from unnest(${mergedIds}::text[]) as gone (id)
          on conflict (portal_id, id) do update set survivor_id = excluded.survivor_id`.execute(trx);
        const chain = await readChain(trx, portalId, survivorId);
        if (chain) await coachingOf(trx, portalId).follow({ type: 'contact', ...chain });
        return true;
      });
    },
  };
}

export const followContactMerge = (db: Kysely<Tables>, portalId: number, merge: Merge): Promise<boolean> =>
  forPortal(db, portalId).follow(merge);

/** What is left of a contact at last, and everything that went into it; null where nothing did. */
async function readChain(trx: Kysely<Tables>, portalId: number, contactId: string): Promise<Merge | null> {
  const { rows } = await sql<{ survivorId: string; mergedIds: string[] }>`
    with recursive onward (id) as (
      values (${contactId}::text)
      union
      select merged.survivor_id from onward
      join merged_contact merged on merged.portal_id = ${portalId} and merged.id = onward.id
    ), last as (
      select id from onward
      where not exists (select from merged_contact merged
        where merged.portal_id = ${portalId} and merged.id = onward.id)
    ), back (id) as (
      select id from last
      union
      select merged.id from back
      join merged_contact merged on merged.portal_id = ${portalId} and merged.survivor_id = back.id
    )
    select last.id as "survivorId", array(select id from back where id <> last.id order by id) as "mergedIds"
    from last`.execute(trx);
  return rows.find(({ mergedIds }) => mergedIds.length > 0) ?? null;
}
