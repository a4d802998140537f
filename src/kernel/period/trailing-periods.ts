import type { FiscalCalendar, Period } from './fiscal-calendar.ts';
import { previousPeriod } from './neighbouring-period.ts';

/** The `count` periods before a period, the oldest first. */
export function trailingPeriods(calendar: FiscalCalendar, period: Period, count: number): Period[] {
  const trailing: Period[] = [];
  for (let before = period; trailing.length < count;) {
    before = previousPeriod(calendar, before);
    trailing.unshift(before);
  }
  return trailing;
}
