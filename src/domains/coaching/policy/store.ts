import type { Kysely } from 'kysely';
import type { Tables } from '../../../store/index.ts';
import { toPolicy, type CoachingPolicy } from './to-policy.ts';

/** What ops chose of how coaching is done. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async read(): Promise<CoachingPolicy> {
      const row = await db
        .selectFrom('coaching_policy')
        .selectAll()
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return toPolicy(row ?? null);
    },

    async save({ cadence, time, rules }: CoachingPolicy): Promise<void> {
      const values = {
        cadence,
        week_hours: time.weekHours,
        week_percent: time.percent,
        rules: JSON.stringify(rules),
      };
      await db
        .insertInto('coaching_policy')
        .values({ portal_id: portalId, ...values })
        .onConflict((conflict) => conflict.column('portal_id').doUpdateSet(values))
        .execute();
    },
  };
}
