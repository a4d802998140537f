import { add, zeroMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { OwnerId } from '../../kernel/ids.ts';
import { omittedCategory } from './is-omitted.ts';

/** An option of HubSpot's `hs_manual_forecast_category`; portals rename, add and remove them. */
export interface ForecastCategory {
  readonly value: string;
  readonly label: string;
}

export interface CategorisedDeal {
  readonly ownerId: OwnerId | null;
  readonly outcome: 'won' | 'lost' | null;
  readonly forecastCategory: string | null;
  readonly amount: Money | null;
  /** Amount times probability, see `weighAmount`; a won deal's is not read, it weighs its amount. */
  readonly forecastAmount: Money | null;
}

export interface CategorySum {
  readonly count: number;
  /** How many of them have no amount: counted, but in neither sum. */
  readonly withoutAmount: number;
  readonly amount: Money;
  readonly weighted: Money;
}

export interface CategoryTotal {
  readonly category: ForecastCategory;
  /** The deals of this category alone. */
  readonly single: CategorySum;
  /** With all categories that are more certain: commit includes closed. Null for deals that are not forecasted. */
  readonly cumulative: CategorySum | null;
}

export interface CategoryTotals {
  readonly total: readonly CategoryTotal[];
  /** Deals without an owner stand under null; the owners' sums add up to the total. */
  readonly byOwner: ReadonlyMap<OwnerId | null, readonly CategoryTotal[]>;
}

/** HubSpot's own options, the least certain first. */
export const hubspotForecastCategories: readonly ForecastCategory[] = [
  { value: omittedCategory, label: 'Not forecasted' },
  { value: 'PIPELINE', label: 'Pipeline' },
  { value: 'BEST_CASE', label: 'Best case' },
  { value: 'COMMIT', label: 'Commit' },
  { value: 'CLOSED', label: 'Closed won' },
];

export interface CategoryQuestion {
  /** The deals of one period. */
  readonly deals: Iterable<CategorisedDeal>;
  /** In the portal's order, the least certain first, as HubSpot orders them. */
  readonly categories: readonly ForecastCategory[];
  readonly currency: string;
}

/**
 * Count, amount and weighted amount by forecast category, each alone and rolled up, in all and by owner.
 *
 * A won deal is closed whatever its category says, a lost one is in none. An open deal without a category, or with one
 * that the portal has removed, is pipeline: best case and commit are a person's word, and the stage must not give it.
 */
export function totalByCategory({ deals, categories, currency }: CategoryQuestion): CategoryTotals {
  const known = new Set(categories.map(({ value }) => value));
  const all = newSums();
  const byOwner = new Map<OwnerId | null, Sums>();
  for (const deal of deals) {
    if (deal.outcome === 'lost') continue;
    const category = categoryOf(deal, known);
    const own = byOwner.get(deal.ownerId) ?? newSums();
    byOwner.set(deal.ownerId, own);
    for (const sums of [all, own]) {
      sums.set(category, join(sums.get(category) ?? empty(currency), sumOf(deal, currency)));
    }
  }
  const show = (sums: Sums) => rollUp(sums, categories, currency);
  return { total: show(all), byOwner: new Map([...byOwner].map(([owner, sums]) => [owner, show(sums)])) };
}

type Sums = Map<string, CategorySum>;

function newSums(): Sums {
  return new Map();
}

function categoryOf({ outcome, forecastCategory }: CategorisedDeal, known: ReadonlySet<string>): string {
  if (outcome === 'won') return 'CLOSED';
  return forecastCategory !== null && known.has(forecastCategory) ? forecastCategory : 'PIPELINE';
}

function sumOf({ outcome, amount, forecastAmount }: CategorisedDeal, currency: string): CategorySum {
  const weighted = outcome === 'won' ? amount : forecastAmount;
  return {
    count: 1,
    withoutAmount: amount === null ? 1 : 0,
    amount: amount ?? zeroMoney(currency),
    weighted: weighted ?? zeroMoney(currency),
  };
}

function empty(currency: string): CategorySum {
  return { count: 0, withoutAmount: 0, amount: zeroMoney(currency), weighted: zeroMoney(currency) };
}

function join(left: CategorySum, right: CategorySum): CategorySum {
  return {
    count: left.count + right.count,
    withoutAmount: left.withoutAmount + right.withoutAmount,
    amount: add(left.amount, right.amount),
    weighted: add(left.weighted, right.weighted),
  };
}

/** From the most certain category down, so that each includes what is surer than itself. */
function rollUp(sums: Sums, categories: readonly ForecastCategory[], currency: string): CategoryTotal[] {
  let surer = empty(currency);
  return categories
    .toReversed()
    .map((category) => {
      const single = sums.get(category.value) ?? empty(currency);
      if (category.value === omittedCategory) return { category, single, cumulative: null };
      surer = join(surer, single);
      return { category, single, cumulative: surer };
    })
    .toReversed();
}
