import type { Kysely } from 'kysely';
import type { Tables } from '../../../store/index.ts';
import type { AgendaDeal } from '../agenda/pair-facts.ts';

/** A deal as reasons of risk look at it. */
export type RiskDeal = Omit<AgendaDeal, 'id' | 'name' | 'homeMinor' | 'ownerId' | 'isWon'> & {
  readonly ownerId: string | null;
  readonly stageId: string;
  readonly isClosed: boolean;
};

/** A reason of risk that its rep says does not hold. */
export interface Dispute {
  readonly dealId: string;
  readonly reason: string;
  readonly at: Date;
}

/** Deals, and which reasons of risk their reps say do not hold. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** Null where the portal has no such deal. */
    async readDeal(dealId: string): Promise<RiskDeal | null> {
      const row = await db
        .selectFrom('deal')
        .select([
          'owner_id as ownerId',
          'stage_id as stageId',
          'is_closed as isClosed',
          'close_at as closeAt',
          'created_at as createdAt',
        ])
        .select(['last_activity_at as lastActivityAt', 'next_activity_at as nextActivityAt'])
        .select(['has_next_step as hasNextStep', 'pushes', 'amount'])
        .where('portal_id', '=', portalId)
        .where('id', '=', dealId)
        .executeTakeFirst();
      if (!row) return null;
      const { amount, ...deal } = row;
      return { ...deal, hasAmount: amount !== null };
    },

    /** The reasons that this rep says do not hold for a deal, and since when. */
    async listDisputed(repId: string, dealId: string): Promise<Map<string, Date>> {
      const rows = await db
        .selectFrom('coaching_dispute')
        .select(['reason', 'at'])
        .where('portal_id', '=', portalId)
        .where('rep_id', '=', repId)
        .where('deal_id', '=', dealId)
        .execute();
      return new Map(rows.map(({ reason, at }) => [reason, at]));
    },

    /** All that this rep ever said and never took back, the oldest first. */
    async listAllDisputed(repId: string): Promise<Dispute[]> {
      return db
        .selectFrom('coaching_dispute')
        .select(['deal_id as dealId', 'reason', 'at'])
        .where('portal_id', '=', portalId)
        .where('rep_id', '=', repId)
        .orderBy('at')
        .orderBy('deal_id')
        .orderBy('reason')
        .execute();
    },

    async dispute(repId: string, dealId: string, reason: string, at: Date): Promise<void> {
      await db
        .insertInto('coaching_dispute')
        .values({ portal_id: portalId, rep_id: repId, deal_id: dealId, reason, at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },

    async accept(repId: string, dealId: string, reason: string): Promise<void> {
      await db
        .deleteFrom('coaching_dispute')
        .where('portal_id', '=', portalId)
        .where('rep_id', '=', repId)
        .where('deal_id', '=', dealId)
        .where('reason', '=', reason)
        .execute();
    },
  };
}
