import type { Random } from './random.ts';

/** One day in milliseconds. The company's own calendar is kept in UTC, and people work between 7 and 17 UTC. */
export const DAY = 86_400_000;

/** A calendar quarter, [start, end), in milliseconds. */
export interface Quarter {
  readonly start: number;
  readonly end: number;
}

/** The quarter `offset` quarters after the one that contains the instant. */
export function quarterAround(instant: number, offset: number): Quarter {
  const date = new Date(instant);
  const quarterStart = (steps: number): number =>
    Date.UTC(date.getUTCFullYear(), (Math.floor(date.getUTCMonth() / 3) + steps) * 3, 1);
  return { start: quarterStart(offset), end: quarterStart(offset + 1) };
}

/** The instant with its day moved off a weekend (to the Friday before) and its time into working hours. */
export function inWorkingHours(random: Random, instant: number): number {
  const midnight = Math.floor(instant / DAY) * DAY;
  const weekday = new Date(midnight).getUTCDay();
  const daysBack = weekday === 6 ? 1 : weekday === 0 ? 2 : 0;
  return midnight - daysBack * DAY + random.whole(7 * 3600, 17 * 3600 - 1) * 1000;
}

/** Midnight UTC of the first day of the month that contains the instant: people join then. */
export function startOfMonth(instant: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
}

/** The last day of the month that contains the instant, at 16:00 UTC: the close date that people type. */
export function endOfMonth(instant: number): number {
  const date = new Date(instant);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0, 16);
}

/** The instant a number of calendar years away; 29 February falls to 1 March. */
export function addYears(instant: number, years: number): number {
  const date = new Date(instant);
  return date.setUTCFullYear(date.getUTCFullYear() + years);
}

export const toIso = (instant: number): string => new Date(instant).toISOString();

export const toIsoDate = (instant: number): string => toIso(instant).slice(0, 10);
