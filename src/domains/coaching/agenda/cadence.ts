import type { Cadence } from '../../../contract/index.ts';
import { addDays, addMonths, type LocalDate } from '../../../kernel/period.ts';

/** From the first day away to the last. */
export interface Leave {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** What was said about one 1:1, named by the day on which it was due then. */
export type CadenceChange =
  | { readonly kind: 'skip'; readonly dueOn: LocalDate }
  | { readonly kind: 'reschedule'; readonly dueOn: LocalDate; readonly to: LocalDate };

/** The 1:1s of a manager and a rep. */
export interface CadenceHistory {
  readonly cadence: Cadence;
  /** Since when the two work together. */
  readonly since: LocalDate;
  readonly heldOn: readonly LocalDate[];
  readonly changes: readonly CadenceChange[];
  /** Of either of the two. */
  readonly leave: readonly Leave[];
}

/** One cadence later: 7 days, 14 days, or the same day of the next month (its last day where it is shorter). */
export function stepCadence(day: LocalDate, cadence: Cadence): LocalDate {
  switch (cadence) {
    case 'weekly':
      return addDays(day, 7);
    case 'fortnightly':
      return addDays(day, 14);
    case 'monthly':
      return addMonths(day, 1);
  }
}

export function isOnLeave(day: LocalDate, leave: readonly Leave[]): boolean {
  return leave.some(({ from, to }) => from <= day && day <= to);
}

/** The day itself, or the first one after the leave that it falls in; Saturday and Sunday give way to Monday. */
export function firstDayBack(day: LocalDate, leave: readonly Leave[]): LocalDate {
  const away = leave.find(({ from, to }) => from <= day && day <= to);
  if (away !== undefined) return firstDayBack(addDays(away.to, 1), leave);
  const weekday = new Date(day).getUTCDay();
  if (weekday === 6) return firstDayBack(addDays(day, 2), leave);
  return weekday === 0 ? firstDayBack(addDays(day, 1), leave) : day;
}
