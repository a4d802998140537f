import type { Quarter } from './calendar.ts';
import type { Rep } from './make-people.ts';

const YEARLY_GROWTH = 1.06;
const ROUNDED_TO = 5_000;

/** The rep's quota for a quarter when fully ramped, in whole company currency: raised each January, a round number. */
export function planQuota(rep: Pick<Rep, 'baseQuota'>, quarter: Quarter, now: number): number {
  const years = new Date(quarter.start).getUTCFullYear() - new Date(now).getUTCFullYear();
  return Math.round((rep.baseQuota * YEARLY_GROWTH ** years) / ROUNDED_TO) * ROUNDED_TO;
}
