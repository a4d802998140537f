import type { FiscalCalendar } from './fiscal-calendar.ts';
import { dayNumber, localDate } from './local-date.ts';
import type { LocalDate } from './local-date.ts';

/**
 * Days from the local day of `from` to the day before the local day of `to`. Whole days: the day of `to` never counts,
 * so the days so far and the days from today on add up to the period's. Zero when `to` is not later.
 */
export function daysBetween(calendar: FiscalCalendar, from: Date, to: Date): number {
  const { first, end } = localDays(calendar, from, to);
  return dayNumber(end) - dayNumber(first);
}

/** The same without Saturdays, Sundays and the calendar's holidays. */
export function workingDaysBetween(calendar: FiscalCalendar, from: Date, to: Date): number {
  const { first, end } = localDays(calendar, from, to);
  const holidays = [...(calendar.holidays ?? [])].filter(
    (date) => date >= first && date < end && isWeekday(date),
  );
  return weekdaysBefore(end) - weekdaysBefore(first) - holidays.length;
}

function localDays({ timeZone }: FiscalCalendar, from: Date, to: Date): { first: LocalDate; end: LocalDate } {
  const first = localDate(from, timeZone);
  const end = localDate(to, timeZone);
  return { first, end: end < first ? first : end };
}

function weekdaysBefore(date: LocalDate): number {
  const day = dayNumber(date);
  const weeks = Math.floor(day / 7);
  return weeks * 5 + Math.min(day - weeks * 7, 5);
}

function isWeekday(date: LocalDate): boolean {
  const day = dayNumber(date);
  return day - Math.floor(day / 7) * 7 < 5;
}
