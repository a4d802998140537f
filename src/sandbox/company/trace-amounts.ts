import type { SeedVersion } from '../seed.ts';
import { toIso } from './calendar.ts';
import type { DealPlan } from './deal-plan.ts';
import type { Random } from './random.ts';
import { SEGMENTS } from './segments.ts';

const NEVER_FILLED_IN = { won: 0.007, lost: 0.062 };
const FILLED_IN_LATER = 0.08;
const RENEGOTIATED = 0.35;

/** What is sold: licences at a price in the deal's own currency. */
export interface Order {
  readonly licences: number;
  readonly price: number;
}

/** The order whose value in the deal's currency comes nearest to the planned amount; `rate` leads to company currency. */
export function drawOrder(random: Random, { amount, rep }: DealPlan, rate: number): Order {
  const price = SEGMENTS[rep.team.segment].licencePrice * (1 - random.pick([0, 0, 0, 0.05, 0.1, 0.15]));
  const licences = amount / rate / price;
  const step = licences < 40 ? 1 : licences < 200 ? 5 : 10;
  return { licences: Math.max(2, Math.round(licences / step) * step), price };
}

/** The amounts a deal carried, oldest first, ending in the order's value, or null where nobody ever filled it in. */
export function traceAmounts(random: Random, plan: DealPlan, order: Order): SeedVersion<string | null>[] {
  const { createdAt, closedAt, won } = plan;
  const at = toIso(createdAt);
  if (random.chance(won ? NEVER_FILLED_IN.won : NEVER_FILLED_IN.lost)) return [{ at, value: null }];

  const value = toAmount(order);
  const later = toIso(
    createdAt + Math.round(((closedAt - createdAt) * random.between(0.15, 0.8)) / 1000) * 1000,
  );
  if (random.chance(FILLED_IN_LATER))
    return [
      { at, value: null },
      { at: later, value },
    ];
  const first = toAmount({
    ...order,
    licences: Math.max(2, Math.round(order.licences * random.between(0.7, 1.35))),
  });
  if (!random.chance(RENEGOTIATED) || first === value) return [{ at, value }];
  return [
    { at, value: first },
    { at: later, value },
  ];
}

const toAmount = ({ licences, price }: Order): string => String(Math.round(licences * price * 100) / 100);
