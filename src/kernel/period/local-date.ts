import { TZDateMini, tzOffset } from '@date-fns/tz';
import { addMonths as addMonthsToDate } from 'date-fns/addMonths';

/** A day without a time: `'2026-11-24'`. Such strings compare in the order of days. */
export type LocalDate = string;

/** The day that calendars in the zone show at the instant. */
export function localDate(instant: Date, timeZone: string): LocalDate {
  const time = instant.getTime();
  const known = time < wholeMinutesSince ? time : time - (time % MINUTE);
  return remembered(localDates, `${known} ${timeZone}`, () => {
    const wallClock = new Date(known + tzOffset(timeZone, new Date(known)) * MINUTE);
    return wallClock.toISOString().slice(0, 10);
  });
}

const MINUTE = 60_000;
/** Since then every zone is whole minutes ahead or behind and turns its clock at whole ones, so that all of a minute has one date. */
const wholeMinutesSince = Date.UTC(1980, 0, 1);

/** The first instant of the day in the zone: usually midnight, later where the clock jumps over midnight. */
export function startOfLocalDate(date: LocalDate, timeZone: string): Date {
  const start = remembered(startsOfDates, `${date} ${timeZone}`, () => {
    const [year, month, day] = date.split('-').map(Number) as [number, number, number];
    return new TZDateMini(year, month - 1, day, timeZone).getTime();
  });
  // A plain Date: one bound to a zone would answer getHours and the like in that zone.
  return new Date(start);
}

const localDates = new Map<string, LocalDate>();
const startsOfDates = new Map<string, number>();
const MOST_REMEMBERED = 10_000;

/** Asking the time zone database takes longer than the rest of a computation, which asks for the same few days again and again. */
function remembered<Value>(values: Map<string, Value>, key: string, find: () => Value): Value {
  const known = values.get(key);
  if (known !== undefined) return known;
  const value = find();
  if (values.size >= MOST_REMEMBERED) values.clear();
  values.set(key, value);
  return value;
}

/** The same day of a later month, or that month's last day where it is shorter: 31 January and one month is 28 February. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return localDate(addMonthsToDate(new TZDateMini(date, 'UTC'), months), 'UTC');
}

/** The day after. */
export function nextDay(date: LocalDate): LocalDate {
  return addDays(date, 1);
}

/** The day so many days later, or earlier for a negative number. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * millisecondsInDay).toISOString().slice(0, 10);
}

/** Days since Monday, 5 January 1970, so that a multiple of seven is a Monday. */
export function dayNumber(date: LocalDate): number {
  return Date.parse(date) / millisecondsInDay - 4;
}

/** In UTC, where the strings are read, no day is longer or shorter. */
const millisecondsInDay = 86_400_000;
