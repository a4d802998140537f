import { DAY } from './calendar.ts';
import type { Quarter } from './calendar.ts';
import type { Rep } from './make-people.ts';

const MONTH = 30.44 * DAY;

/** The part of a quarter in which the rep is employed, or null when there is none. */
export function employedDuring({ start, end }: Pick<Rep, 'start' | 'end'>, quarter: Quarter): Quarter | null {
  const from = Math.max(start, quarter.start);
  const until = Math.min(end ?? quarter.end, quarter.end);
  return until - from > 7 * DAY ? { start: from, end: until } : null;
}

/** What may be expected of a rep in a quarter, from 0 to 1: the employed part of it, times how far the ramp has gone. */
export function productiveShare(rep: Pick<Rep, 'start' | 'end' | 'rampMonths'>, quarter: Quarter): number {
  const employed = employedDuring(rep, quarter);
  if (employed === null) return 0;
  const presence = (employed.end - employed.start) / (quarter.end - quarter.start);
  if (rep.rampMonths === null) return presence;
  const months = ((employed.start + employed.end) / 2 - rep.start) / MONTH;
  return presence * Math.min(1, months / rep.rampMonths);
}
