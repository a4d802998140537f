import type { SeedDeal } from '../seed.ts';
import type { DealPlan } from './deal-plan.ts';
import { SALES } from './funnels.ts';
import type { Rep } from './make-people.ts';
import type { Random } from './random.ts';
import { colleagues } from './trace-owners.ts';

const SPLIT = 0;

/** How credit divides between the owner, who comes first, and colleagues; HubSpot keeps up to eight decimals. */
const DIVISIONS = [
  ['0.5', '0.5'],
  ['0.6', '0.4'],
  ['0.7', '0.3'],
  ['0.75', '0.25'],
  ['0.33333334', '0.33333333', '0.33333333'],
] as const;

/** The credit split of a deal: none for most. */
export function drawSplits(
  random: Random,
  plan: DealPlan,
  ownerId: string,
  reps: readonly Rep[],
): SeedDeal['splits'] {
  if (plan.funnel !== SALES || !random.chance(SPLIT)) return [];
  const partners = random
    .shuffle(colleagues(reps, plan.rep, plan.createdAt))
    .map(({ user }) => user.ownerId)
    .filter((partner) => partner !== ownerId);
  return random
    .pick(DIVISIONS)
    .map((percentage, index) => ({
      ownerId: index === 0 ? ownerId : (partners[index - 1] ?? ''),
      percentage,
    }));
}
