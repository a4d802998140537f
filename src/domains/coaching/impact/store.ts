import { sql, type Kysely } from 'kysely';
import type { ImpactMetric } from '../../../contract/index.ts';
import type { LocalDate } from '../../../kernel/period.ts';
import type { Tables } from '../../../store/index.ts';
import type { StageEntry } from './list-moves.ts';

export interface ChosenMetric {
  readonly metric: ImpactMetric;
  readonly chosenOn: LocalDate;
}

/** Something counted of a person in one of the quarters that were asked for, by its place among them. */
interface InQuarter {
  readonly ownerId: string;
  readonly quarter: number;
}

/** An action of deal coaching. */
export interface DealAction {
  readonly dealId: string;
  readonly finishedAt: Date | null;
  readonly dueOn: LocalDate;
}

/** What coaching is judged by, and what it is judged from: counts and days, no text. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async readMetric(): Promise<ChosenMetric | null> {
      const row = await db
        .selectFrom('impact_metric')
        .select(['metric', 'chosen_on'])
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row ? { metric: row.metric as ImpactMetric, chosenOn: row.chosen_on } : null;
    },

    /** False where it was this one already, which keeps its date. */
    async chooseMetric({ metric, chosenOn }: ChosenMetric): Promise<boolean> {
      const row = await db
        .insertInto('impact_metric')
        .values({ portal_id: portalId, metric, chosen_on: chosenOn })
        .onConflict((conflict) =>
          conflict
            .column('portal_id')
            .doUpdateSet({ metric, chosen_on: chosenOn })
            .where('impact_metric.metric', '<>', metric),
        )
        .returning('portal_id')
        .executeTakeFirst();
      return row !== undefined;
    },

    /** 1:1s at which both were there, by rep and quarter. `days` are the quarters' first days and the day after the last. */
    async countHeld(days: readonly LocalDate[]): Promise<(InQuarter & { readonly held: number })[]> {
      const { rows } = await sql<{ rep_id: string; quarter: number; held: number }>`
        select rep_id, width_bucket(held_on::date, ${days}::date[]) - 1 as quarter, count(*)::int as held
        from coaching_meeting
        where portal_id = ${portalId} and attendance = 'both' and held_on >= ${days[0]} and held_on < ${days.at(-1)}
        group by 1, 2 order by 1, 2`.execute(db);
      return rows.map((row) => ({ ownerId: row.rep_id, quarter: row.quarter, held: row.held }));
    },

    /** Deals that were closed, by owner and quarter. `starts` are the quarters' first instants and the end of the last. */
    async countClosed(
      starts: readonly Date[],
      uncountedPipelineIds: readonly string[],
    ): Promise<(InQuarter & { readonly won: number; readonly closed: number })[]> {
      const { rows } = await sql<{ owner_id: string; quarter: number; won: number; closed: number }>`
        select owner_id, width_bucket(close_at, ${starts.map((start) => start.toISOString())}::timestamptz[]) - 1 as quarter,
          count(*) filter (where is_won)::int as won, count(*)::int as closed
        from deal
        where portal_id = ${portalId} and is_closed and owner_id is not null
          and close_at >= ${starts[0]} and close_at < ${starts.at(-1)}
          and not pipeline_id = any(${uncountedPipelineIds}::text[])
        group by 1, 2 order by 1, 2`.execute(db);
      return rows.map((row) => ({
        ownerId: row.owner_id,
        quarter: row.quarter,
        won: row.won,
        closed: row.closed,
      }));
    },

    /** The sales cycle: the median of the days from creation to closing of deals won since; null without any. */
    async readCycleDays(since: Date, uncountedPipelineIds: readonly string[]): Promise<number | null> {
      const { rows } = await sql<{ days: number | null }>`
        select percentile_cont(0.5) within group (
          order by extract(epoch from close_at - created_at) / 86400)::float8 as days
        from deal
        where portal_id = ${portalId} and is_won and close_at >= ${since} and close_at >= created_at
          and not pipeline_id = any(${uncountedPipelineIds}::text[])`.execute(db);
      return rows[0]?.days ?? null;
    },

    /** Actions of deal coaching that were due since a day. */
    async listDealActions(since: LocalDate): Promise<DealAction[]> {
      const rows = await db
        .selectFrom('coaching_action')
        .select(['record_id', 'done_at', 'due_on'])
        .where('portal_id', '=', portalId)
        .where('record_type', '=', 'deal')
        .where('topic', '=', 'deal')
        .where('state', '<>', 'dropped')
        .where('due_on', '>=', since)
        .orderBy('record_id')
        .orderBy('due_on')
        .execute();
      return rows.map((row) => ({ dealId: row.record_id, finishedAt: row.done_at, dueOn: row.due_on }));
    },

    /** How the deals of these actions went through their stages. */
    async listStageEntries(
      since: LocalDate,
    ): Promise<{ readonly dealId: string; readonly entries: readonly StageEntry[] }[]> {
      const rows = await db
        .selectFrom('deal')
        .select(['id', 'stage_entries'])
        .where('portal_id', '=', portalId)
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('coaching_action')
            .select('record_id')
            .where('portal_id', '=', portalId)
            .where('record_type', '=', 'deal')
            .where('topic', '=', 'deal')
            .where('state', '<>', 'dropped')
            .where('due_on', '>=', since),
        )
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ dealId: row.id, entries: row.stage_entries }));
    },
  };
}
