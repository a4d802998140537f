import { startOfLocalDate } from './local-date.ts';

const known = new Map<string, number>();

/** The key of a calendar month, counted from January of the year 0: `'2026-11'`. */
export function monthKey(month: number): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/**
 * The first instant of a calendar month in the zone. Remembered, because finding it takes a search through the zone's
 * rules, and crediting a portal's deals asks for the same few months thousands of times.
 */
export function startOfMonth(month: number, timeZone: string): Date {
  const key = `${timeZone} ${month}`;
  const start = known.get(key) ?? startOfLocalDate(`${monthKey(month)}-01`, timeZone).getTime();
  known.set(key, start);
  return new Date(start);
}
