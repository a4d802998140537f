import type { SeedDeal } from '../seed.ts';
import type { DealPlan } from './deal-plan.ts';
import { RENEWALS } from './funnels.ts';
import type { Random } from './random.ts';
import type { Order } from './trace-amounts.ts';

const NEXT_STEPS = [
  'Call procurement about the framework contract',
  'Send the updated offer',
  'Meet the head of operations on site',
  'Agree the start date with IT',
  'Walk through the security questionnaire',
  'Introduce the project lead',
  'Collect feedback from the pilot group',
  'Confirm the budget with finance',
  'Book the final presentation',
];

const LOST_REASONS = [
  'Chose a competitor',
  'No budget this year',
  'No decision',
  'Project stopped',
  'Price',
  'Champion left',
  'Missing feature',
];

/** A deal's name, such as "Acme - 40 licences". */
export function nameDeal(random: Random, { funnel }: DealPlan, { licences }: Order, firm: string): string {
  if (funnel === RENEWALS) return `${firm} - renewal of ${licences} licences`;
  const kind = random.chance(0.8) ? '' : random.pick(['pilot with ', 'expansion by ']);
  return `${firm} - ${kind}${licences} licences`;
}

/** The plain properties that people fill in: some always, some when they think of it. */
export function describeDeal(random: Random, { funnel }: DealPlan, stage: string): SeedDeal['properties'] {
  const lost = stage === funnel.lost;
  const open = funnel.open.includes(stage);
  return {
    dealtype: funnel === RENEWALS || random.chance(0.25) ? 'existingbusiness' : 'newbusiness',
    hs_next_step: open && random.chance(0.7) ? random.pick(NEXT_STEPS) : null,
    hs_priority: random.chance(0.4) ? random.pick(['low', 'medium', 'high']) : null,
    closed_lost_reason: lost && random.chance(0.8) ? random.pick(LOST_REASONS) : null,
  };
}

/**
 * The forecast category of an open deal: late stages are committed more often, and deals that will be won a little
 * more often than those that will not, because reps do know something.
 */
export function drawForecastCategory(
  random: Random,
  { funnel, won }: DealPlan,
  stage: string,
): string | null {
  const position = funnel.open.indexOf(stage);
  if (position === -1) return null;
  const progress = position / (funnel.open.length - 1);
  const confidence = progress * 0.7 + (won ? 0.2 : 0) + random.between(-0.25, 0.25);
  if (confidence > 0.6) return 'COMMIT';
  if (confidence > 0.3) return 'BEST_CASE';
  return random.chance(0.06) ? 'OMIT' : 'PIPELINE';
}
