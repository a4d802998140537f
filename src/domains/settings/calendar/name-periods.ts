import type { CalendarPreview } from '../../../contract/index.ts';
import {
  localDate,
  nextPeriod,
  periodAt,
  periodLabel,
  type FiscalCalendar,
  type Period,
  type PeriodKind,
} from '../../../kernel/period.ts';

type NamedPeriod = CalendarPreview['before'][number];

const SHOWN = 4;

/** A period with its first and last day in the zone. */
export function namePeriod(period: Period, { timeZone }: FiscalCalendar): NamedPeriod {
  return {
    label: periodLabel(period),
    first: localDate(period.start, timeZone),
    last: localDate(new Date(period.end.getTime() - 1), timeZone),
  };
}

/** The period of the moment and the three after it. */
export function namePeriods(calendar: FiscalCalendar, kind: PeriodKind, now: Date): NamedPeriod[] {
  const named: NamedPeriod[] = [];
  for (
    let period = periodAt(calendar, kind, now);
    named.length < SHOWN;
    period = nextPeriod(calendar, period)
  ) {
    named.push(namePeriod(period, calendar));
  }
  return named;
}
