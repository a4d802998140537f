import { buildPeriod, ordinalOfPeriod } from './build-period.ts';
import type { FiscalCalendar, Period } from './fiscal-calendar.ts';

export function nextPeriod(calendar: FiscalCalendar, period: Period): Period {
  return buildPeriod(calendar, period.kind, ordinalOfPeriod(calendar, period) + 1);
}

export function previousPeriod(calendar: FiscalCalendar, period: Period): Period {
  return buildPeriod(calendar, period.kind, ordinalOfPeriod(calendar, period) - 1);
}
