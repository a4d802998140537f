import type { LocalDate } from '../../../kernel/period.ts';
import type { ImpactQuestion } from './types.ts';

/** A count of a person in one of the quarters, by its place among them. */
interface Held {
  readonly ownerId: string;
  readonly quarter: number;
  readonly held: number;
}

/**
 * What is asked of a metric, from complete quarters, the oldest first. `days` are their first days and the day after the last.
 * Quarters before the first figure of anybody are left out: nothing can be compared there, and they are no data to wait for.
 */
export function buildQuestion({
  values,
  held,
  days,
  chosenOn,
  cycleDays,
}: {
  readonly values: ReadonlyMap<string, readonly (number | null)[]>;
  readonly held: readonly Held[];
  readonly days: readonly LocalDate[];
  readonly chosenOn: LocalDate;
  readonly cycleDays: number;
}): ImpactQuestion {
  const quarters = days.length - 1;
  const firsts = [...values.values()].map((own) => own.findIndex((value) => value !== null));
  const first = Math.min(quarters, ...firsts.filter((index) => index >= 0));
  const meetings = new Map(held.map(({ ownerId, quarter, held: count }) => [`${ownerId} ${quarter}`, count]));
  return {
    histories: [...values].map(([repId, own]) => ({
      repId,
      meetings: own.slice(first).map((_value, index) => meetings.get(`${repId} ${first + index}`) ?? 0),
      values: own.slice(first),
    })),
    cycleDays,
    // Days compare as texts. Whatever was chosen in the running quarter stands one beyond the last complete one.
    chosenIn: days.filter((day) => day <= chosenOn).length - 1 - first,
  };
}
