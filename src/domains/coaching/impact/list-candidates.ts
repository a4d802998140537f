import { meetingsToBeCoached, quarterDays, quartersBefore } from './rules.ts';
import type { Candidate, ImpactQuestion, RepHistory } from './types.ts';

export interface Candidates {
  readonly coached: readonly Candidate[];
  /** Who had not begun by the end of a quarter in which others did, once for every such start. */
  readonly uncoached: readonly Candidate[];
  /** For coached people whose result quarter has yet to come: in how many quarters. */
  readonly quartersToWait: readonly number[];
}

/** How many quarters after the start the result is read: one sales cycle, at least one quarter. */
export function lagOf(cycleDays: number): number {
  return Math.max(1, Math.ceil(cycleDays / quarterDays));
}

/**
 * Who can be compared. Coached: from the first quarter with three 1:1s on, with figures for four quarters before and for
 * the result quarter, which comes after the metric was chosen. Uncoached: whoever had not begun by the end of that
 * quarter, with figures for the same quarters. Who begins later stays among them: to leave out whom managers came to
 * worry about would keep the lucky, which alone costs 5 points in the test's company. Coaching that shows sooner than after a
 * cycle therefore reads too small, never too large.
 */
export function listCandidates({ histories, cycleDays, chosenIn }: ImpactQuestion): Candidates {
  const lag = lagOf(cycleDays);
  const coached: Candidate[] = [];
  const quartersToWait: number[] = [];
  for (const history of histories) {
    const start = startOf(history);
    if (start === null || start + lag <= chosenIn) continue;
    const wait = start + lag - (history.values.length - 1);
    if (wait > 0 && summarise(history, start) !== null) quartersToWait.push(wait);
    coached.push(...candidate(history, start, lag));
  }
  const starts = [...new Set(coached.map(({ start }) => start))];
  const uncoached = histories.flatMap((history) => {
    const own = startOf(history) ?? Infinity;
    return starts.filter((start) => start < own).flatMap((start) => candidate(history, start, lag));
  });
  return { coached, uncoached, quartersToWait };
}

function startOf({ meetings }: RepHistory): number | null {
  const start = meetings.findIndex((count) => count >= meetingsToBeCoached);
  return start === -1 ? null : start;
}

function candidate(history: RepHistory, start: number, lag: number): Candidate[] {
  const before = summarise(history, start);
  const after = history.values[start + lag] ?? null;
  return before === null || after === null ? [] : [{ repId: history.repId, start, ...before, after }];
}

function summarise(
  { values }: RepHistory,
  start: number,
): Pick<Candidate, 'level' | 'trend' | 'last'> | null {
  if (start < quartersBefore) return null;
  const before = values.slice(start - quartersBefore, start).filter((value) => value !== null);
  const last = before.at(-1);
  if (before.length < quartersBefore || last === undefined) return null;
  const level = before.reduce((sum, value) => sum + value, 0) / quartersBefore;
  const middle = (quartersBefore - 1) / 2;
  const spread = before.reduce((sum, _value, quarter) => sum + (quarter - middle) ** 2, 0);
  const trend = before.reduce((sum, value, quarter) => sum + (quarter - middle) * value, 0) / spread;
  return { level, trend, last };
}
