import type { SeedVersion } from '../seed.ts';
import { DAY, inWorkingHours, toIso } from './calendar.ts';
import type { DealPlan } from './deal-plan.ts';
import type { Random } from './random.ts';

const SKIPPED = 0.12;
const REOPENED = 0.014;

/** The stages a deal goes through, oldest first, to its closing and for a few past it: closed by mistake or too early. */
export function traceStages(random: Random, plan: DealPlan): SeedVersion<string>[] {
  const { funnel, won, createdAt, closedAt } = plan;
  const lastOpen = won ? funnel.open.length - 1 : random.weigh(funnel.lostAfter);
  const visited = funnel.open
    .map((stage, index) => ({ stage, index }))
    .filter(
      ({ index }) => index === 0 || index === lastOpen || (index < lastOpen && !random.chance(SKIPPED)),
    );
  const lengths = visited.map(({ index }) => {
    const usual = random.around(funnel.dwell[index] ?? 1, 0.5);
    // A deal that will be lost stalls where it is.
    return !won && index === lastOpen ? usual * 2.5 : usual;
  });
  const whole = lengths.reduce((sum, length) => sum + length, 0);

  const versions: SeedVersion<string>[] = [];
  let passed = 0;
  let last = -Infinity;
  visited.forEach(({ stage, index }, position) => {
    const moment = createdAt + ((closedAt - createdAt) * passed) / whole;
    const at = index === 0 ? createdAt : inWorkingHours(random, moment);
    passed += lengths[position] ?? 0;
    if (at <= last || at >= closedAt) return;
    versions.push({ at: toIso(at), value: stage });
    last = at;
  });
  versions.push({ at: toIso(closedAt), value: won ? funnel.won : funnel.lost });
  return random.chance(REOPENED) ? [...versions, ...reopen(random, plan)] : versions;
}

function reopen(random: Random, { funnel, won, closedAt }: DealPlan): SeedVersion<string>[] {
  const again = inWorkingHours(random, closedAt + random.between(6, 50) * DAY);
  const atLast = inWorkingHours(random, again + random.between(12, 70) * DAY);
  const wonAtLast = random.chance(won ? 0.5 : 0.25);
  return [
    { at: toIso(again), value: funnel.open.at(won ? -1 : 1) ?? funnel.won },
    { at: toIso(atLast), value: wonAtLast ? funnel.won : funnel.lost },
  ];
}
