import { sql, type Kysely } from 'kysely';
import { inChunks, type Tables } from '../../store/index.ts';

/** Somebody who had a deal or shared in it. */
export interface FormerOwner {
  readonly dealId: string;
  readonly ownerId: string;
}

/** Whose deals are, and whose they were since Sideline reads the portal. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async isOrWasOf(dealId: string, ownerId: string): Promise<boolean> {
      const { rows } = await sql`select from deal
          where portal_id = ${portalId} and id = ${dealId} and owner_id = ${ownerId}
        union all select from deal_split
          where portal_id = ${portalId} and deal_id = ${dealId} and owner_id = ${ownerId}
        union all select from deal_former_owner
          where portal_id = ${portalId} and deal_id = ${dealId} and owner_id = ${ownerId} limit 1`.execute(
        db,
      );
      return rows.length > 0;
    },

    /** Remembers who left. */
    async keep(former: readonly FormerOwner[]): Promise<void> {
      await inChunks(former, (part) =>
        db
          .insertInto('deal_former_owner')
          .values(
            part.map(({ dealId, ownerId }) => ({ portal_id: portalId, deal_id: dealId, owner_id: ownerId })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    },

    /** These deals are about to go: a merge that is heard of later may ask whose they were. */
    async keepAll(dealIds: readonly string[]): Promise<void> {
      await sql`insert into deal_former_owner (portal_id, deal_id, owner_id)
        select portal_id, id, owner_id from deal
          where portal_id = ${portalId} and id = any(${[...dealIds]}) and owner_id is not null
        union select portal_id, deal_id, owner_id from deal_split
          where portal_id = ${portalId} and deal_id = any(${[...dealIds]})
        on conflict do nothing`.execute(db);
    },

    /** Whose the merged deals were the survivor was too. */
    async follow(survivorId: string, mergedIds: readonly string[]): Promise<void> {
      await sql`insert into deal_former_owner (portal_id, deal_id, owner_id)
        select distinct portal_id, ${survivorId}::text, owner_id from deal_former_owner
          where portal_id = ${portalId} and deal_id = any(${[...mergedIds]})
        on conflict do nothing`.execute(db);
      await db
        .deleteFrom('deal_former_owner')
        .where('portal_id', '=', portalId)
        .where('deal_id', 'in', mergedIds)
        .execute();
    },
  };
}
