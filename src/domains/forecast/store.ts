import type { Kysely } from 'kysely';
import { money } from '../../kernel/money.ts';
import type { Tables } from '../../store/index.ts';
import type { BacktestedPeriod } from './backtest-amounts.ts';
import type { WinModel } from './types.ts';

/** How past periods would have been forecast, from every deal or from every so many-th of a large portal. */
export interface StoredBacktest {
  readonly madeAt: Date;
  readonly everyNth: number;
  readonly periods: readonly BacktestedPeriod[];
}

interface BacktestRow {
  readonly everyNth: number;
  readonly currency: string;
  readonly periods: readonly {
    readonly key: string;
    readonly deals: number;
    readonly actual: number;
    readonly pipeline: number;
    readonly sideline: number;
  }[];
}

/** What was learned from a portal's history, kept until it is learned anew. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async readModel(): Promise<WinModel | null> {
      const row = await db
        .selectFrom('win_model')
        .select('model')
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row ? (row.model as WinModel) : null;
    },

    async saveModel(model: WinModel): Promise<void> {
      const values = { fitted_at: new Date(model.fittedAt), model: JSON.stringify(model) };
      await db
        .insertInto('win_model')
        .values({ portal_id: portalId, ...values })
        .onConflict((conflict) => conflict.column('portal_id').doUpdateSet(values))
        .execute();
    },

    async readBacktest(): Promise<StoredBacktest | null> {
      const row = await db
        .selectFrom('backtest')
        .select(['made_at', 'periods'])
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      if (!row) return null;
      const { everyNth, currency, periods } = row.periods as BacktestRow;
      return {
        madeAt: row.made_at,
        everyNth,
        periods: periods.map(({ key, deals, actual, pipeline, sideline }) => ({
          key,
          deals,
          actual: money(actual, currency),
          pipeline: money(pipeline, currency),
          sideline: money(sideline, currency),
        })),
      };
    },

    async saveBacktest({ madeAt, everyNth, periods }: StoredBacktest, currency: string): Promise<void> {
      const row: BacktestRow = {
        everyNth,
        currency,
        periods: periods.map(({ actual, pipeline, sideline, ...period }) => ({
          ...period,
          actual: actual.minor,
          pipeline: pipeline.minor,
          sideline: sideline.minor,
        })),
      };
      const values = { made_at: madeAt, periods: JSON.stringify(row) };
      await db
        .insertInto('backtest')
        .values({ portal_id: portalId, ...values })
        .onConflict((conflict) => conflict.column('portal_id').doUpdateSet(values))
        .execute();
    },
  };
}
