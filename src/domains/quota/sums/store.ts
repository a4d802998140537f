import { sql, type ExpressionBuilder, type Kysely } from 'kysely';
import { money, type Money } from '../../../kernel/money.ts';
import type { Portal } from '../../../kernel/portal.ts';
import type { Tables } from '../../../store/index.ts';
import type { CountedCredit, Credit } from '../types.ts';

/** Credit of the pipelines that count, summed where it lies: a large portal has more than fit in memory. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** The primary credit of these periods, summed by owner and period; those without any left out. */
    async sumByOwner(
      periodKeys: readonly string[],
      { companyCurrency, uncountedPipelineIds }: Counting,
    ): Promise<Pick<Credit, 'ownerId' | 'periodKey' | 'amount' | 'track'>[]> {
      const rows = await db
        .selectFrom('credit')
        .select(['owner_id', 'period_key', sumOfMinor.as('minor')])
        .where('portal_id', '=', portalId)
        .where('period_key', 'in', periodKeys)
        .where('track', '=', 'primary')
        .where(isCounted(uncountedPipelineIds))
        .groupBy(['owner_id', 'period_key'])
        .execute();
      return rows.map((row) => ({
        ownerId: row.owner_id,
        periodKey: row.period_key,
        amount: money(row.minor, companyCurrency),
        track: 'primary',
      }));
    },

    /** The same by pipeline, of every pipeline: some quotas count their own alone. Reversals are taken off. */
    async sumByPipeline(
      periodKeys: readonly string[],
      companyCurrency: string,
    ): Promise<(CountedCredit & Pick<Credit, 'ownerId'>)[]> {
      const rows = await db
        .selectFrom('credit')
        .select(['owner_id', 'period_key', 'pipeline_id', sumOfMinor.as('minor')])
        .where('portal_id', '=', portalId)
        .where('period_key', 'in', periodKeys)
        .where('track', '=', 'primary')
        .groupBy(['owner_id', 'period_key', 'pipeline_id'])
        .execute();
      return rows.map((row) => ({
        ownerId: row.owner_id,
        periodKey: row.period_key,
        pipelineId: row.pipeline_id,
        amount: money(row.minor, companyCurrency),
        kind: 'won',
        track: 'primary',
      }));
    },

    /** Everybody's primary credit of a period that fell between two instants, the later one exclusive; null when none did. */
    async sumWithin(
      periodKey: string,
      from: Date,
      to: Date,
      { companyCurrency, uncountedPipelineIds }: Counting,
    ): Promise<Money | null> {
      const row = await db
        .selectFrom('credit')
        .select((eb) => [sumOfMinor.as('minor'), eb.fn.countAll<number>().as('credits')])
        .where('portal_id', '=', portalId)
        .where('period_key', '=', periodKey)
        .where('track', '=', 'primary')
        .where(isCounted(uncountedPipelineIds))
        .where('at', '>=', from)
        .where('at', '<', to)
        .executeTakeFirstOrThrow();
      return row.credits === 0 ? null : money(row.minor, companyCurrency);
    },
  };
}

/** What of a portal says what counts, and in which money. */
type Counting = Pick<Portal, 'companyCurrency' | 'uncountedPipelineIds'>;

function isCounted(uncounted: readonly string[]) {
  return (eb: ExpressionBuilder<Tables, 'credit'>) =>
    uncounted.length === 0 ? eb.lit(true) : eb('pipeline_id', 'not in', uncounted);
}

/** Sums of whole numbers are decimals in SQL; ours stay within exact integers. */
const sumOfMinor = sql<number>`coalesce(sum(amount_minor), 0)::bigint`;
