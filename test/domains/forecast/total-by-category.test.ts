import fc from 'fast-check';
import {
  hubspotForecastCategories,
  totalByCategory,
} from '../../../src/domains/forecast/total-by-category.ts';
import type { CategorisedDeal, CategoryTotal } from '../../../src/domains/forecast/total-by-category.ts';
import { money } from '../../../src/kernel/money.ts';

const eur = (units: number) => money(units * 100, 'EUR');

function owned(
  ownerId: string | null,
  [forecastCategory, units, weighted]: readonly [string | null, number | null, number | null],
  outcome: CategorisedDeal['outcome'] = null,
): CategorisedDeal {
  return {
    ownerId,
    outcome,
    forecastCategory,
    amount: units === null ? null : eur(units),
    forecastAmount: weighted === null ? null : eur(weighted),
  };
}

const deals = [
  owned('ana', ['COMMIT', 100, 60]),
  owned('ben', ['COMMIT', 200, 80]),
  owned('ana', ['BEST_CASE', 300, 90]),
  owned('ana', [null, 400, 40]), // nobody's word: pipeline
  owned('ana', ['REMOVED', 1, 1]), // an option that ops has deleted: pipeline
  owned('ben', ['PIPELINE', null, null]),
  owned('ben', ['OMIT', 500, 50]),
  owned('ana', ['BEST_CASE', 700, null], 'won'), // won, whatever was forecast
  owned(null, ['COMMIT', 900, 0], 'lost'),
];

const totals = (categorised: readonly CategorisedDeal[], categories = hubspotForecastCategories) =>
  totalByCategory({ deals: categorised, categories, currency: 'EUR' });

/** `[count, amount, weighted]` in units, single and rolled up. */
function figures(rows: readonly CategoryTotal[] | undefined) {
  return rows?.map(({ category, single, cumulative }) => [
    category.value,
    [single.count, single.amount.minor / 100, single.weighted.minor / 100],
    cumulative && [cumulative.count, cumulative.amount.minor / 100, cumulative.weighted.minor / 100],
  ]);
}

test('each category alone, and with all that are more certain', () => {
  expect(figures(totals(deals).total)).toEqual([
    ['OMIT', [1, 500, 50], null],
    ['PIPELINE', [3, 401, 41], [7, 1701, 971]],
    ['BEST_CASE', [1, 300, 90], [4, 1300, 930]],
    ['COMMIT', [2, 300, 140], [3, 1000, 840]],
    ['CLOSED', [1, 700, 700], [1, 700, 700]],
  ]);
});

test('by owner', () => {
  const { byOwner } = totals(deals);
  expect([...byOwner.keys()]).toEqual(['ana', 'ben']);
  expect(figures(byOwner.get('ben'))).toEqual([
    ['OMIT', [1, 500, 50], null],
    ['PIPELINE', [1, 0, 0], [2, 200, 80]],
    ['BEST_CASE', [0, 0, 0], [1, 200, 80]],
    ['COMMIT', [1, 200, 80], [1, 200, 80]],
    ['CLOSED', [0, 0, 0], [0, 0, 0]],
  ]);
});

test('deals without an amount are counted and reported', () => {
  const pipeline = totals(deals).total.find(({ category }) => category.value === 'PIPELINE');
  expect(pipeline?.single).toMatchObject({ count: 3, withoutAmount: 1 });
});

test("a portal's own option stands where the portal put it", () => {
  const likely = { value: 'LIKELY', label: 'Most likely' };
  const categories = hubspotForecastCategories.toSpliced(3, 0, likely);
  const rows = totals([...deals, owned('ana', ['LIKELY', 50, 25])], categories).total;
  expect(figures(rows)?.slice(2, 4)).toEqual([
    ['BEST_CASE', [1, 300, 90], [5, 1350, 955]],
    ['LIKELY', [1, 50, 25], [4, 1050, 865]],
  ]);
});

test('owners add up to the total, and the widest roll-up to all that is forecasted, in any order of deals', () => {
  const anyDeal = fc.record({
    ownerId: fc.constantFrom('ana', 'ben', null),
    outcome: fc.constantFrom('won' as const, 'lost' as const, null),
    forecastCategory: fc.constantFrom('OMIT', 'PIPELINE', 'BEST_CASE', 'COMMIT', 'CLOSED', null),
    amount: fc.option(fc.nat(1_000_000).map(eur)),
    forecastAmount: fc.option(fc.nat(1_000_000).map(eur)),
  });
  fc.assert(
    fc.property(fc.array(anyDeal), (categorised) => {
      const { total, byOwner } = totals(categorised);
      for (const [index, { single }] of total.entries()) {
        const parts = [...byOwner.values()].map((rows) => rows[index]!.single);
        expect(parts.reduce((sum, part) => sum + part.count, 0)).toBe(single.count);
        expect(parts.reduce((sum, part) => sum + part.amount.minor, 0)).toBe(single.amount.minor);
        expect(parts.reduce((sum, part) => sum + part.weighted.minor, 0)).toBe(single.weighted.minor);
      }
      const forecasted = total.slice(1).reduce((sum, { single }) => sum + single.amount.minor, 0);
      expect(total[1]?.cumulative?.amount.minor).toBe(forecasted);
      expect(totals(categorised.toReversed()).total).toEqual(total);
    }),
  );
});
