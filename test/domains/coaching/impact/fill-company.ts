import type { Kysely } from 'kysely';
import type { RepHistory } from '../../../../src/domains/coaching/impact/types.ts';
import { addDays, localDate, type Period } from '../../../../src/kernel/period.ts';
import { inChunks, type Tables } from '../../../../src/store/index.ts';

const quotaMinor = 10_000_000;

/**
 * Writes invented quarters into the store as Sideline keeps them: a quota, a won deal with its credit, and held 1:1s for each rep
 * and quarter; and closed deals, of which as large a share is won as the quota is attained, where told how many.
 */
export async function fillCompany(
  db: Kysely<Tables>,
  portalId: number,
  histories: readonly RepHistory[],
  quarters: readonly Period[],
  { dealsAQuarter = 0 }: { readonly dealsAQuarter?: number } = {},
): Promise<void> {
  const cells = histories.flatMap(({ repId, values, meetings }) =>
    quarters.map((quarter, index) => ({
      repId,
      quarter,
      value: values[index] ?? null,
      held: meetings[index] ?? 0,
    })),
  );
  const of = { portal_id: portalId };
  await inChunks(cells, (part) =>
    db
      .insertInto('quota')
      .values(
        part.map(({ repId, quarter }) => ({
          ...of,
          subject_kind: 'rep',
          subject_id: repId,
          pipeline_ids: '',
          period_key: quarter.key,
          source: 'typed',
          amount_minor: quotaMinor,
        })),
      )
      .execute(),
  );
  const credits = cells.flatMap(({ repId, quarter, value }) =>
    value === null
      ? []
      : [
          {
            ...of,
            deal_id: `${repId}${quarter.key.replace('-Q', '')}`,
            pipeline_id: 'default',
            owner_id: repId,
            period_key: quarter.key,
            kind: value < 0 ? 'reversal' : 'won',
            track: 'primary',
            amount_minor: Math.round(value * quotaMinor),
            at: new Date(quarter.start.getTime() + 86_400_000),
          },
        ],
  );
  await inChunks(credits, (part) =>
    db
      .insertInto('credit')
      .values([...part])
      .execute(),
  );
  const meetings = cells.flatMap(({ repId, quarter, held }) =>
    Array.from({ length: held + 1 }, (_none, index) => {
      const day = addDays(localDate(quarter.start, 'Europe/Berlin'), 7 * index);
      return {
        ...of,
        manager_id: '900',
        rep_id: repId,
        number: 100 * quarters.indexOf(quarter) + index,
        held_on: day,
        due_on: day,
        minutes: 30,
        kind: 'deal',
        // One more each quarter, at which somebody was missing: it does not count.
        attendance: index === held ? 'rep missing' : 'both',
        at: quarter.start,
      };
    }),
  );
  await inChunks(meetings, (part) =>
    db
      .insertInto('coaching_meeting')
      .values([...part])
      .execute(),
  );
  const deals = cells.flatMap(({ repId, quarter, value }) =>
    Array.from({ length: dealsAQuarter }, (_none, index) => {
      const isWon = index < Math.round((value ?? 0) * dealsAQuarter);
      const closeAt = new Date(quarter.start.getTime() + 60 * 86_400_000);
      return {
        ...of,
        id: `${repId}${quarter.key.replace('-Q', '')}${100 + index}`,
        name: 'Deal',
        pipeline_id: 'default',
        stage_id: isWon ? 'won' : 'lost',
        owner_id: repId,
        amount: '1000',
        currency: 'EUR',
        exchange_rate: null,
        home_minor: 100_000,
        close_at: closeAt,
        created_at: new Date(closeAt.getTime() - 50 * 86_400_000),
        modified_at: closeAt,
        is_closed: true,
        is_won: isWon,
        is_split: false,
        forecast_category: null,
        stage_entered_at: closeAt,
        won_entered_at: isWon ? closeAt : null,
        won_exited_at: null,
        stage_entries: '[]',
        known: '{}',
        last_activity_at: null,
        next_activity_at: null,
        has_next_step: false,
        pushes: 0,
        exclusion: null,
        exclusion_period: null,
      };
    }),
  );
  await inChunks(deals, (part) =>
    db
      .insertInto('deal')
      .values([...part])
      .execute(),
  );
}
