import { sumMoney } from '../../kernel/money.ts';
import type { CategorisedDeal } from '../forecast/index.ts';
import type { PersonStanding } from '../quota/index.ts';

/**
 * The deals that were won in the period, each once however many share in it. A deal whose win and reversal cancel within
 * the credit is none of them.
 */
export function listWonDeals({
  standings,
}: {
  readonly standings: ReadonlyMap<string, PersonStanding>;
}): CategorisedDeal[] {
  const primary = [...standings.values()]
    .flatMap(({ attainment }) => attainment.credits)
    .filter(({ track }) => track === 'primary');
  return [...Map.groupBy(primary, ({ dealId }) => dealId).values()].flatMap((credits) => {
    const [first] = credits;
    if (!first) return [];
    const amount = sumMoney(
      credits.map((credit) => credit.amount),
      first.amount.currency,
    );
    if (amount.minor === 0) return [];
    return [
      {
        ownerId: first.ownerId,
        outcome: 'won' as const,
        forecastCategory: null,
        amount,
        forecastAmount: null,
      },
    ];
  });
}
