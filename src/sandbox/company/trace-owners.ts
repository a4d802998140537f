import type { SeedVersion } from '../seed.ts';
import { DAY, inWorkingHours, toIso } from './calendar.ts';
import type { DealPlan } from './deal-plan.ts';
import type { Rep } from './make-people.ts';
import type { Random } from './random.ts';

const HANDED_OVER_ON_LEAVING = 0.85;
const HANDED_OVER_OTHERWISE = 0.03;

/**
 * Who owned a deal, oldest first. A deal older than its rep began with a colleague; most open deals of somebody who
 * leaves go to a colleague, a few are forgotten.
 */
export function traceOwners(random: Random, plan: DealPlan, reps: readonly Rep[]): SeedVersion<string>[] {
  const { rep, won, createdAt, closedAt } = plan;
  const colleagueAt = (instant: number): Rep => random.pick(colleagues(reps, rep, instant));
  const owned = (at: number, { user }: Rep): SeedVersion<string> => ({ at: toIso(at), value: user.ownerId });

  if (rep.start > createdAt) {
    const takenOver = Math.min(
      inWorkingHours(random, rep.start + random.between(2, 9) * DAY),
      closedAt - 1000,
    );
    return [owned(createdAt, colleagueAt(createdAt)), owned(Math.max(takenOver, createdAt + 1000), rep)];
  }
  const versions = [owned(createdAt, rep)];
  if (rep.end !== null && closedAt > rep.end) {
    if (random.chance(HANDED_OVER_ON_LEAVING))
      versions.push(owned(rep.end + 8 * 3_600_000, colleagueAt(rep.end)));
  } else if (!won && random.chance(HANDED_OVER_OTHERWISE)) {
    const at = inWorkingHours(random, (createdAt + closedAt) / 2);
    if (at > createdAt) versions.push(owned(at, colleagueAt(at)));
  }
  return versions;
}

/** The other reps of a rep's team who are employed at an instant. */
export function colleagues(reps: readonly Rep[], rep: Rep, instant: number): Rep[] {
  return reps.filter(
    (other) =>
      other.teamId === rep.teamId &&
      other.user.ownerId !== rep.user.ownerId &&
      other.start <= instant &&
      (other.end === null || other.end > instant),
  );
}
