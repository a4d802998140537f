import type { WatchedDeals } from './types.ts';

/**
 * The share of watched deals that were won up to each day on which something happened, in order of days; it never falls.
 *
 * A deal that is still running counts for as long as it has been watched and no longer: the cumulative incidence of a
 * win, with losing as the competing end (Aalen and Johansen 1978). To drop the running deals would favour whatever
 * closes fast, to count them as not won would punish young history. With none running this is simply won / total.
 */
export function* traceWinShare({ total, days }: WatchedDeals): Generator<{ day: number; share: number }> {
  let [share, open, atRisk] = [0, 1, total];
  for (const [day, won, lost, running] of days) {
    if (won + lost > 0) {
      share += (open * won) / atRisk;
      open *= 1 - (won + lost) / atRisk;
    }
    atRisk -= won + lost + running;
    yield { day, share };
  }
}
