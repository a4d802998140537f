import type { OwnerId } from '../../kernel/ids.ts';
import { periodsWithin, type FiscalCalendar, type Period, type PeriodKind } from '../../kernel/period.ts';
import { toNumber } from '../../kernel/ratio.ts';
import { measurePerson } from './measure-person.ts';
import type { Employment } from './prorate-quota.ts';
import type { CountedCredit, Credit, Quota } from './types.ts';

/**
 * Everybody's attainment in each of these quarters, as a share; null without a quota, as everywhere. `periodKind` is the one
 * under whose keys the credit lies: a portal that counts in months has three for a quarter.
 */
export function traceAttainment({
  people,
  quarters,
  quotas,
  credits,
  uncountedPipelineIds,
  calendar,
  periodKind,
  currency,
}: {
  readonly people: ReadonlyMap<OwnerId, Employment>;
  readonly quarters: readonly Period[];
  readonly quotas: ReadonlyMap<OwnerId, readonly Quota[]>;
  readonly credits: readonly (CountedCredit & Pick<Credit, 'ownerId'>)[];
  readonly uncountedPipelineIds: readonly string[];
  readonly calendar: FiscalCalendar;
  readonly periodKind: Extract<PeriodKind, 'month' | 'quarter'>;
  readonly currency: string;
}): Map<OwnerId, (number | null)[]> {
  const quarterOf = new Map(
    quarters.flatMap((quarter) =>
      creditPeriods(calendar, quarter, periodKind).map(({ key }) => [key, quarter.key] as const),
    ),
  );
  const own = Map.groupBy(
    credits.flatMap((credit) => {
      const periodKey = quarterOf.get(credit.periodKey);
      return periodKey === undefined ? [] : [{ ...credit, periodKey }];
    }),
    ({ ownerId, periodKey }) => `${ownerId} ${periodKey}`,
  );
  return new Map(
    [...people].map(([ownerId, employment]) => [
      ownerId,
      quarters.map((period) => {
        const { attainment } = measurePerson({
          employment,
          quotas: quotas.get(ownerId) ?? [],
          credits: own.get(`${ownerId} ${period.key}`) ?? [],
          exclusions: [],
          uncountedPipelineIds,
          calendar,
          period,
          currency,
        });
        return attainment.standing.ok ? toNumber(attainment.standing.value.attainment) : null;
      }),
    ]),
  );
}

/** Under whose keys the credit of a quarter lies. */
export function creditPeriods(
  calendar: FiscalCalendar,
  quarter: Period,
  periodKind: Extract<PeriodKind, 'month' | 'quarter'>,
): Period[] {
  return periodKind === 'quarter' ? [quarter] : periodsWithin(calendar, quarter, 'month');
}
