import {
  addDays,
  localDate,
  periodAt,
  previousPeriod,
  type FiscalCalendar,
  type LocalDate,
} from '../../../kernel/period.ts';

/**
 * Up to which day a viewer sees a manager's coaching time: the manager up to yesterday; a director up to the end of the quarter
 * before the last complete one, so that the manager has had a quarter to act on it first.
 */
export function chooseTimeShown(
  viewer: 'manager' | 'director',
  calendar: FiscalCalendar,
  now: Date,
): LocalDate {
  if (viewer === 'manager') return addDays(localDate(now, calendar.timeZone), -1);
  const lastComplete = previousPeriod(calendar, periodAt(calendar, 'quarter', now));
  return addDays(localDate(lastComplete.start, calendar.timeZone), -1);
}
