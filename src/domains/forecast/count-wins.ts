import { traceWinShare } from './trace-win-share.ts';
import type { WatchedDeals, WinCount } from './types.ts';

export interface WinShare extends WinCount {
  /** The chance of a win within the horizon, 0 where no deal was watched. */
  readonly share: number;
}

/** How many of the watched deals were won within `horizonDays`, and what share that is: won / known when none is running. */
export function countWins(watched: WatchedDeals, horizonDays: number): WinShare {
  let [won, running, share] = [0, 0, 0];
  for (const [day, wonToday, , runningToday] of watched.days) {
    if (day > horizonDays) break;
    won += wonToday;
    if (day < horizonDays) running += runningToday;
  }
  for (const point of traceWinShare(watched)) {
    if (point.day > horizonDays) break;
    share = point.share;
  }
  return { won, known: watched.total - running, running, share };
}
