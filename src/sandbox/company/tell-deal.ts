import { knownOn } from '../known-on.ts';
import type { SeedDeal } from '../seed.ts';
import { toIso } from './calendar.ts';
import type { DealPlan } from './deal-plan.ts';
import { describeDeal, drawForecastCategory, nameDeal } from './describe-deal.ts';
import { drawActivity } from './draw-activity.ts';
import { drawDivision, drawSplits } from './draw-splits.ts';
import { COMPANY_CURRENCY } from './make-exchange-rates.ts';
import type { RateAt } from './make-exchange-rates.ts';
import type { Rep } from './make-people.ts';
import type { Random } from './random.ts';
import { drawOrder, traceAmounts } from './trace-amounts.ts';
import { traceCloseDates } from './trace-close-dates.ts';
import { traceOwners } from './trace-owners.ts';
import { traceStages } from './trace-stages.ts';

const IN_TEAM_CURRENCY = 0.8;

export interface Circumstances {
  readonly id: string;
  readonly firm: string;
  readonly reps: readonly Rep[];
  readonly rateAt: RateAt;
  readonly now: number;
}

/** Tells a planned deal's whole life and keeps what had happened by now. */
export function tellDeal(
  random: Random,
  plan: DealPlan,
  { id, firm, reps, rateAt, now }: Circumstances,
): SeedDeal {
  const today = toIso(now);
  const currency = random.chance(IN_TEAM_CURRENCY) ? plan.rep.team.currency : COMPANY_CURRENCY;
  const division = drawDivision(random, plan);
  // Deals are shared because they are large: the owner's part alone is what the plan gave them.
  const shared = { ...plan, amount: plan.amount / Number(division[0]) };
  const order = drawOrder(random, shared, rateAt(currency, plan.closedAt));
  const life = traceStages(random, plan);
  const stage = knownOn(life, today);
  const owner = knownOn(traceOwners(random, plan, reps), today);
  const stageNow = stage.at(-1)?.value ?? '';
  const ownerNow = owner.at(-1)?.value ?? '';
  return {
    id,
    name: nameDeal(random, plan, order, firm),
    pipelineId: plan.funnel.pipeline.id,
    createdAt: toIso(plan.createdAt),
    currency,
    stage,
    amount: knownOn(traceAmounts(random, plan, order), today),
    closeDate: knownOn(traceCloseDates(random, plan, life), today),
    owner,
    splits: drawSplits(random, division, { plan, ownerId: ownerNow, reps }),
    forecastCategory: drawForecastCategory(random, plan, stageNow),
    properties: {
      ...describeDeal(random, plan, stageNow),
      ...(plan.funnel.open.includes(stageNow) && drawActivity(id, { since: plan.createdAt, now })),
    },
  };
}
