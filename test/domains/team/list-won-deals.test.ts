import { listWonDeals } from '../../../src/domains/team/list-won-deals.ts';
import { measurePerson } from '../../../src/domains/quota/measure-person.ts';
import type { Credit } from '../../../src/domains/quota/types.ts';
import { berlin, credit, eur, q4 } from '../quota/examples.ts';

const standing = (credits: readonly Credit[]) =>
  measurePerson({
    employment: { startDate: null, endDate: null, rampMonths: 0 },
    quotas: [],
    credits,
    exclusions: [],
    uncountedPipelineIds: [],
    calendar: berlin,
    period: q4,
    currency: 'EUR',
  });

test('a split deal is one deal with its whole amount; overlay credit is none', () => {
  const standings = new Map([
    ['ana', standing([credit({ dealId: '1', ownerId: 'ana', amount: eur(600) })])],
    [
      'ben',
      standing([
        credit({ dealId: '1', ownerId: 'ben', amount: eur(400) }),
        credit({ dealId: '2', ownerId: 'ben', amount: eur(50) }),
        credit({ dealId: '3', ownerId: 'ben', amount: eur(70), track: 'overlay' }),
      ]),
    ],
  ]);
  expect(listWonDeals({ standings }).map(({ amount }) => amount)).toEqual([eur(1_000), eur(50)]);
});

test('a win that was taken back within the period is none', () => {
  const own = [
    credit({ dealId: '1', amount: eur(600) }),
    credit({ dealId: '1', amount: eur(-600), kind: 'reversal' }),
  ];
  expect(listWonDeals({ standings: new Map([['ana', standing(own)]]) })).toEqual([]);
});
