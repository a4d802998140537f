import { monthsIn } from './fiscal-calendar.ts';
import type { FiscalCalendar, Period, PeriodKind } from './fiscal-calendar.ts';
import { monthKey, startOfMonth } from './start-of-month.ts';

/**
 * Periods of one kind are numbered through without a gap; every question about a period is answered with this number.
 * `month` counts calendar months since January of the year 0.
 */
export function ordinalOfMonth(calendar: FiscalCalendar, kind: PeriodKind, month: number): number {
  return Math.floor((month - leadingMonths(calendar)) / monthsIn[kind]);
}

export function ordinalOfPeriod(
  calendar: FiscalCalendar,
  { kind, key }: Pick<Period, 'kind' | 'key'>,
): number {
  const year = Number(key.slice(0, 4));
  if (kind === 'month') return ordinalOfMonth(calendar, kind, year * 12 + Number(key.slice(5)) - 1);
  const perYear = 12 / monthsIn[kind];
  const part = kind === 'year' ? 1 : Number(key.slice(6));
  return (year - yearsNamedAhead(calendar)) * perYear + part - 1;
}

export function buildPeriod(calendar: FiscalCalendar, kind: PeriodKind, ordinal: number): Period {
  const firstMonth = ordinal * monthsIn[kind] + leadingMonths(calendar);
  return {
    key: keyOf(calendar, kind, ordinal),
    kind,
    start: startOfMonth(firstMonth, calendar.timeZone),
    end: startOfMonth(firstMonth + monthsIn[kind], calendar.timeZone),
  };
}

function keyOf(calendar: FiscalCalendar, kind: PeriodKind, ordinal: number): string {
  if (kind === 'month') return monthKey(ordinal + leadingMonths(calendar));
  const perYear = 12 / monthsIn[kind];
  const year = Math.floor(ordinal / perYear) + yearsNamedAhead(calendar);
  if (kind === 'year') return String(year);
  return `${year}-${kind === 'half' ? 'H' : 'Q'}${(ordinal % perYear) + 1}`;
}

/** Months of the calendar year before the fiscal year starts. */
function leadingMonths(calendar: FiscalCalendar): number {
  return calendar.startMonth - 1;
}

/** A fiscal year that does not start in January ends, and is named, one calendar year later. */
function yearsNamedAhead(calendar: FiscalCalendar): number {
  return calendar.startMonth === 1 ? 0 : 1;
}
