import { dayMilliseconds, watchedDays } from './rules.ts';
import type { WatchedDay, WatchedDeals } from './types.ts';

/** The running count of a cell: what happened to how many deals on which day after the moment they are watched from. */
export interface WatchTally {
  total: number;
  readonly won: Uint32Array;
  readonly lost: Uint32Array;
  readonly running: Uint32Array;
}

export interface Watch {
  /** Epoch milliseconds; `until` is the closing, or the end of what is known for an open deal. */
  readonly from: number;
  readonly until: number;
  readonly outcome: 'won' | 'lost' | null;
}

export function newWatchTally(): WatchTally {
  const daily = () => new Uint32Array(watchedDays + 1);
  return { total: 0, won: daily(), lost: daily(), running: daily() };
}

/** A closing counts on the day it ends in; an open deal has been watched for the whole days that have passed. */
export function tallyDeal(tally: WatchTally, { from, until, outcome }: Watch): void {
  tally.total += 1;
  const days = (until - from) / dayMilliseconds;
  const day = outcome === null ? Math.floor(days) : Math.ceil(days);
  if (day <= watchedDays) tally[outcome ?? 'running'][day]! += 1;
}

export function addTallies(tallies: Iterable<WatchTally>): WatchTally {
  const sum = newWatchTally();
  for (const tally of tallies) {
    sum.total += tally.total;
    for (const kind of ['won', 'lost', 'running'] as const) {
      for (let day = 0; day <= watchedDays; day += 1) sum[kind][day]! += tally[kind][day]!;
    }
  }
  return sum;
}

export function showTally({ total, won, lost, running }: WatchTally): WatchedDeals {
  const days: WatchedDay[] = [];
  for (let day = 0; day <= watchedDays; day += 1) {
    const counts = [won[day]!, lost[day]!, running[day]!] as const;
    if (counts.some((count) => count > 0)) days.push([day, ...counts]);
  }
  return { total, days };
}
