import type { SeedDeal } from '../seed.ts';
import type { DealPlan } from './deal-plan.ts';
import { SALES } from './funnels.ts';
import type { Rep } from './make-people.ts';
import type { Random } from './random.ts';
import { colleagues } from './trace-owners.ts';

const SPLIT = 0.06;

/** Parts that sum to 1, the owner's first; HubSpot keeps up to eight decimals. */
export type Division = readonly string[];

const UNDIVIDED: Division = ['1'];
const DIVISIONS: readonly Division[] = [
  ['0.5', '0.5'],
  ['0.6', '0.4'],
  ['0.7', '0.3'],
  ['0.75', '0.25'],
  ['0.33333334', '0.33333333', '0.33333333'],
];

/** How the credit for a deal divides: for most it does not. */
export function drawDivision(random: Random, { funnel }: DealPlan): Division {
  return funnel === SALES && random.chance(SPLIT) ? random.pick(DIVISIONS) : UNDIVIDED;
}

/** Gives the parts after the owner's to colleagues. */
export function drawSplits(
  random: Random,
  division: Division,
  {
    plan,
    ownerId,
    reps,
  }: { readonly plan: DealPlan; readonly ownerId: string; readonly reps: readonly Rep[] },
): SeedDeal['splits'] {
  if (division === UNDIVIDED) return [];
  const partners = colleagues(reps, plan.rep, plan.createdAt)
    .map(({ user }) => user.ownerId)
    .filter((partner) => partner !== ownerId);
  const shared = [ownerId, ...random.shuffle(partners)].slice(0, division.length);
  if (shared.length < division.length) throw new Error('A team too small to split a deal in');
  return shared.map((sharer, index) => ({ ownerId: sharer, percentage: division[index] ?? '0' }));
}
