import { DAY, inWorkingHours, quarterAround } from './calendar.ts';
import type { Quarter } from './calendar.ts';
import type { DealPlan } from './deal-plan.ts';
import { drawClosingTimes } from './draw-closing-times.ts';
import { RENEWALS, SALES } from './funnels.ts';
import type { Rep } from './make-people.ts';
import { planQuota } from './plan-quota.ts';
import { employedDuring, productiveShare } from './productive-share.ts';
import type { Random } from './random.ts';
import { SEGMENTS } from './segments.ts';

/** Quarters whose wins can be open or closed today: the two years before, and those after that feed the open pipeline. */
const FIRST_QUARTER = -8;
const LAST_QUARTER = 3;

const RENEWAL_PART = 0.18;
const EARLY_WINNER = 0.3;

/**
 * Plans every won deal backwards from its closing, rep by rep and quarter by quarter, so that attainment is what a
 * well-run company sees: a little over half of the reps at quota, the better ones more often.
 */
export function planWins(random: Random, reps: readonly Rep[], now: number): DealPlan[] {
  const plans: DealPlan[] = [];
  for (let offset = FIRST_QUARTER; offset <= LAST_QUARTER; offset += 1) {
    const quarter = quarterAround(now, offset);
    for (const [rep, attainment] of drawAttainments(random, reps, quarter)) {
      const target = planQuota(rep, quarter, now) * productiveShare(rep, quarter) * attainment;
      plans.push(...planRepQuarter(random, rep, quarter, { target, attainment }));
    }
  }
  return plans;
}

function drawAttainments(random: Random, reps: readonly Rep[], quarter: Quarter): (readonly [Rep, number])[] {
  const carriers = reps
    .filter((rep) => productiveShare(rep, quarter) > 0.05)
    .map((rep) => ({ rep, form: 0.7 * rep.skill + random.normal() }))
    .sort((left, right) => right.form - left.form);
  const atQuota = Math.round(carriers.length * random.between(0.53, 0.55));
  return carriers.map(({ rep }, rank) => [
    rep,
    rank < atQuota
      ? 1.06 + Math.min(0.9, 0.27 * Math.abs(random.normal()))
      : 0.95 - Math.min(0.5, 0.28 * Math.abs(random.normal())),
  ]);
}

function planRepQuarter(
  random: Random,
  rep: Rep,
  quarter: Quarter,
  { target, attainment }: { readonly target: number; readonly attainment: number },
): DealPlan[] {
  const employed = employedDuring(rep, quarter);
  if (employed === null) return [];
  const { wins, cycleDays } = SEGMENTS[rep.team.segment];
  const expected = wins * productiveShare(rep, quarter) * Math.sqrt(attainment);
  const count = Math.max(1, Math.floor(expected + random.next()));
  const sizes = drawSizes(random, count);
  const whole = sizes.reduce((sum, size) => sum + size, 0);

  return drawClosingTimes(random, count, employed, quarter).map((closedAt, index) => {
    const renewal = random.chance(RENEWAL_PART);
    const days = Math.max(5, Math.min(240, random.around(renewal ? 45 : cycleDays, renewal ? 0.3 : 0.42)));
    return {
      rep,
      funnel: renewal ? RENEWALS : SALES,
      won: true,
      createdAt: inWorkingHours(random, closedAt - days * DAY),
      closedAt,
      amount: (target * (sizes[index] ?? 0)) / whole,
    };
  });
}

/** How a quarter's target divides into deals. Now and then the largest comes first, which makes for an early winner. */
function drawSizes(random: Random, count: number): number[] {
  const sizes = Array.from({ length: count }, () => 0.35 + random.around(0.6, 0.75));
  return random.chance(EARLY_WINNER) ? sizes.sort((left, right) => right - left) : sizes;
}
