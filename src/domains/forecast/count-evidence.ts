import { daysToBeEvidence } from './rules.ts';
import type { WatchedDeals } from './types.ts';

/** How many of the watched deals closed or have been followed long enough to say something. */
export function countEvidence({ total, days }: WatchedDeals): number {
  let evidence = total;
  for (const [day, , , running] of days) {
    if (day >= daysToBeEvidence) break;
    evidence -= running;
  }
  return evidence;
}
