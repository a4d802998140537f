import { monthsIn } from './fiscal-calendar.ts';
import type { FiscalCalendar, Period, PeriodKind } from './fiscal-calendar.ts';
import { nextPeriod } from './neighbouring-period.ts';
import { periodAt } from './period-at.ts';

/** The shorter periods that make up a longer one, in order: the three months of a quarter. None when `kind` is longer. */
export function periodsWithin(calendar: FiscalCalendar, period: Period, kind: PeriodKind): Period[] {
  const count = Math.floor(monthsIn[period.kind] / monthsIn[kind]);
  const parts: Period[] = [];
  for (
    let part = periodAt(calendar, kind, period.start);
    parts.length < count;
    part = nextPeriod(calendar, part)
  ) {
    parts.push(part);
  }
  return parts;
}
