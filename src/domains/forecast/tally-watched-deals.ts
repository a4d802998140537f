import { dayMilliseconds, watchedDays } from './rules.ts';
import type { WatchedDeals } from './types.ts';

/** The running count of watched deals: what happened to how many on which day after the moment they are watched from. */
export interface WatchTally {
  total: number;
  readonly days: Map<number, { won: number; lost: number; running: number }>;
}

export interface Watch {
  /** Epoch milliseconds; `until` is the closing, or the end of what is known for an open deal. */
  readonly from: number;
  readonly until: number;
  readonly outcome: 'won' | 'lost' | null;
}

export function newWatchTally(): WatchTally {
  return { total: 0, days: new Map() };
}

/** A closing counts on the day it ends in; an open deal has been watched for the whole days that have passed. */
export function tallyDeal(tally: WatchTally, { from, until, outcome }: Watch): void {
  tally.total += 1;
  const days = (until - from) / dayMilliseconds;
  const day = outcome === null ? Math.floor(days) : Math.ceil(days);
  if (day > watchedDays) return;
  const counts = tally.days.get(day) ?? { won: 0, lost: 0, running: 0 };
  tally.days.set(day, counts);
  counts[outcome ?? 'running'] += 1;
}

export function showTally({ total, days }: WatchTally): WatchedDeals {
  const inOrder = [...days].toSorted(([day], [other]) => day - other);
  return { total, days: inOrder.map(([day, { won, lost, running }]) => [day, won, lost, running]) };
}
