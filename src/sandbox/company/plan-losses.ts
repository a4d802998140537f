import { DAY, inWorkingHours } from './calendar.ts';
import type { DealPlan } from './deal-plan.ts';
import { RENEWALS, SALES } from './funnels.ts';
import type { Rep } from './make-people.ts';
import type { Random } from './random.ts';
import { SEGMENTS } from './segments.ts';

const RENEWAL_PART = 0.025;

/** Plans `count` deals that are lost in the end, created between `since` and `now` while their rep was employed. */
export function planLosses(
  random: Random,
  reps: readonly Rep[],
  { count, since, now }: { readonly count: number; readonly since: number; readonly now: number },
): DealPlan[] {
  const weights = reps.map((rep) => {
    const { wins } = SEGMENTS[rep.team.segment];
    return wins * (1 / winRate(rep) - 1) * Math.max(0, lastDay(rep, now) - firstDay(rep, since));
  });
  return Array.from({ length: count }, () => {
    const rep = reps[random.weigh(weights)];
    if (rep === undefined) throw new Error('A company without reps loses no deals');
    return planLoss(random, rep, random.between(firstDay(rep, since), lastDay(rep, now)));
  });
}

function planLoss(random: Random, rep: Rep, day: number): DealPlan {
  const { cycleDays, wins } = SEGMENTS[rep.team.segment];
  // Losses linger: their spread is wider than that of wins, so that an old deal is a bad sign.
  const days = Math.max(2, Math.min(330, random.around(0.9 * cycleDays, 0.75)));
  const createdAt = inWorkingHours(random, day);
  return {
    rep,
    funnel: random.chance(RENEWAL_PART) ? RENEWALS : SALES,
    won: false,
    createdAt,
    closedAt: inWorkingHours(random, createdAt + (days + 2) * DAY),
    amount: random.around((0.85 * rep.baseQuota) / wins, 0.6),
  };
}

const winRate = ({ skill }: Rep): number => Math.max(0.16, Math.min(0.34, 0.24 + 0.03 * skill));

const firstDay = (rep: Rep, since: number): number => Math.max(rep.start, since) + DAY;

const lastDay = (rep: Rep, now: number): number => Math.min(rep.end ?? now, now) - DAY;
