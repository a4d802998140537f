import type { SeedDeal } from '../seed.ts';
import { toIso } from './calendar.ts';
import { seedRandom } from './random.ts';

const DAY = 86_400_000;
/** Most deals were touched within two weeks, some lie still for months. */
const MEDIAN_QUIET_DAYS = 9;

/**
 * When somebody last called, wrote or met about an open deal, and when the next time is planned. Drawn from the deal's own
 * number, so that everything else about the company stays as it is.
 */
export function drawActivity(
  id: string,
  { since, now }: { readonly since: number; readonly now: number },
): SeedDeal['properties'] {
  const random = seedRandom(Number(id));
  const last = Math.max(since, now - random.around(MEDIAN_QUIET_DAYS, 0.8) * DAY);
  const next = now + random.between(1, 20) * DAY;
  return {
    notes_last_updated: toIso(last),
    notes_next_activity_date: random.chance(0.6) ? toIso(next) : null,
  };
}
