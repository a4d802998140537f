import { buildPeriod, ordinalOfMonth } from './build-period.ts';
import type { FiscalCalendar, Period, PeriodKind } from './fiscal-calendar.ts';
import { localDate } from './local-date.ts';

/** The period of the given kind that contains the instant. */
export function periodAt(calendar: FiscalCalendar, kind: PeriodKind, instant: Date): Period {
  const [year, month] = localDate(instant, calendar.timeZone).split('-').map(Number) as [number, number];
  const ordinal = ordinalOfMonth(calendar, kind, year * 12 + month - 1);
  const period = buildPeriod(calendar, kind, ordinal);
  // A clock set back just after midnight shows the old date once more, when the new period has already begun.
  return instant >= period.end ? buildPeriod(calendar, kind, ordinal + 1) : period;
}
