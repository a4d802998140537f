import { buildPeriod, ordinalOfMonth } from './build-period.ts';
import type { FiscalCalendar, Period, PeriodKind } from './fiscal-calendar.ts';
import { localDate } from './local-date.ts';

/** The period of the given kind that contains the instant. */
export function periodAt(calendar: FiscalCalendar, kind: PeriodKind, instant: Date): Period {
  const key = `${kind} ${calendar.startMonth} ${calendar.timeZone}`;
  const known = lastFound.get(key);
  if (known !== undefined && instant >= known.start && instant < known.end) return known;
  const found = findPeriod(calendar, kind, instant);
  lastFound.set(key, found);
  return found;
}

/** Most questions are about the present period, again and again. */
const lastFound = new Map<string, Period>();

function findPeriod(calendar: FiscalCalendar, kind: PeriodKind, instant: Date): Period {
  const [year, month] = localDate(instant, calendar.timeZone).split('-').map(Number) as [number, number];
  const ordinal = ordinalOfMonth(calendar, kind, year * 12 + month - 1);
  const period = buildPeriod(calendar, kind, ordinal);
  // A clock set back just after midnight shows the old date once more, when the new period has already begun.
  return instant >= period.end ? buildPeriod(calendar, kind, ordinal + 1) : period;
}
