import type { Kysely } from 'kysely';
import type { Tables } from '../../../store/index.ts';

export interface ConfirmedStep {
  readonly step: string;
  readonly userId: string;
  readonly at: Date;
}

export interface SeenCard {
  readonly card: string;
  readonly at: Date;
}

/** What ops ticked of the first run, and which cards somebody has seen on a record. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async listConfirmed(): Promise<ConfirmedStep[]> {
      return db
        .selectFrom('setup_step')
        .select(['step', 'user_id as userId', 'at'])
        .where('portal_id', '=', portalId)
        .orderBy('step')
        .execute();
    },

    /** A step that was ticked before stays as it was ticked first. */
    async confirm(step: string, userId: string, at: Date): Promise<void> {
      await db
        .insertInto('setup_step')
        .values({ portal_id: portalId, step, user_id: userId, at })
        .onConflict((conflict) => conflict.columns(['portal_id', 'step']).doNothing())
        .execute();
    },

    async withdraw(step: string): Promise<void> {
      await db.deleteFrom('setup_step').where('portal_id', '=', portalId).where('step', '=', step).execute();
    },

    async listSeenCards(): Promise<SeenCard[]> {
      return db
        .selectFrom('card_seen')
        .select(['card', 'at'])
        .where('portal_id', '=', portalId)
        .orderBy('card')
        .execute();
    },

    /** Only the first time counts, and nobody's name goes with it. */
    async noteCard(card: string, at: Date): Promise<void> {
      await db
        .insertInto('card_seen')
        .values({ portal_id: portalId, card, at })
        .onConflict((conflict) => conflict.columns(['portal_id', 'card']).doNothing())
        .execute();
    },
  };
}
