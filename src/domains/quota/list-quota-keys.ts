import {
  periodAt,
  periodsWithin,
  type FiscalCalendar,
  type Period,
  type PeriodKind,
} from '../../kernel/period.ts';

const longer: readonly PeriodKind[] = ['quarter', 'half', 'year'];

/** The keys of every period whose quota can bear on this one: itself, its months, and the longer ones around it. */
export function listQuotaKeys(calendar: FiscalCalendar, period: Period): string[] {
  const around = longer.map((kind) => periodAt(calendar, kind, period.start));
  const quarters = around.flatMap((each) =>
    each.kind === 'year' ? periodsWithin(calendar, each, 'quarter') : [],
  );
  const months = periodsWithin(calendar, period, 'month');
  return [...new Set([period, ...around, ...quarters, ...months].map(({ key }) => key))];
}
