import type { SeedVersion } from '../seed.ts';
import { DAY, endOfMonth, inWorkingHours, toIso } from './calendar.ts';
import type { DealPlan } from './deal-plan.ts';
import type { Random } from './random.ts';

/** A third of the deals are entered with a date too early, and pushed when it comes. */
const HOPEFUL = 0.39;

/**
 * The close dates a deal was given, oldest first: the first expectation, pushes while it stays open, and the actual
 * date at each closing, as HubSpot stamps it.
 */
export function traceCloseDates(
  random: Random,
  { funnel, createdAt, closedAt }: DealPlan,
  stages: readonly SeedVersion<string>[],
): SeedVersion<string>[] {
  const cycle = closedAt - createdAt;
  const versions: SeedVersion<string>[] = [];
  const expect = (at: number, date: number): void => {
    versions.push({ at: toIso(at), value: toIso(Math.round(date / 1000) * 1000) });
  };

  let asked = createdAt;
  let date = random.chance(HOPEFUL)
    ? createdAt + cycle * random.between(0.35, 0.85)
    : roundUp(random, closedAt + cycle * random.between(0.02, 0.5));
  expect(asked, date);
  while (date < closedAt) {
    asked = Math.max(asked + DAY / 4, inWorkingHours(random, date + random.between(-4, 14) * DAY));
    if (asked >= closedAt) break;
    date = roundUp(random, Math.max(date, asked) + random.between(12, 45) * DAY);
    expect(asked, date);
  }

  for (const [index, { at, value }] of stages.entries()) {
    const closing = value === funnel.won || value === funnel.lost;
    const reopened = !closing && Date.parse(at) > closedAt;
    if (closing) versions.push({ at, value: at });
    if (reopened)
      expect(Date.parse(at), Date.parse(stages[index + 1]?.at ?? at) + random.between(2, 20) * DAY);
  }
  return versions;
}

/** Half of all dates that people type are the end of a month. */
const roundUp = (random: Random, date: number): number =>
  random.chance(0.5) ? endOfMonth(date) : inWorkingHours(random, date + 2 * DAY);
