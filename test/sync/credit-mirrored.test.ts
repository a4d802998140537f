import { creditedDeal, wonFacts } from '../support/mirrored-deals.ts';

test('an open deal gives no credit and is left out of nothing', () => {
  expect(creditedDeal()).toMatchObject({ credits: [], exclusion: null });
});

test("a won deal gives its credit in the period of its close date, in the portal's zone", () => {
  // Still September in Berlin at 21:59 UTC, October two minutes later.
  const keys = ['2026-09-30T21:59:00Z', '2026-09-30T22:01:00Z'].map(
    (closeAt) => creditedDeal({ ...wonFacts, closeAt: new Date(closeAt) }).credits[0]?.periodKey,
  );
  expect(keys).toEqual(['2026-Q3', '2026-Q4']);
});

test('a split deal gives each partner a part, and the parts sum to the whole', () => {
  const { credits } = creditedDeal(
    { ...wonFacts, homeMinor: 100 },
    { '201': '0.33333333', '202': '0.33333333', '203': '0.33333334' },
  );
  expect(credits.map(({ ownerId }) => ownerId)).toEqual(['201', '202', '203']);
  expect(credits.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(100);
});

test('a deal reopened in a later period stands in both, once with each sign', () => {
  const { credits } = creditedDeal({
    wonEnteredAt: new Date('2026-08-10T09:00:00Z'),
    wonExitedAt: new Date('2026-10-10T09:00:00Z'),
  });
  expect(credits.map(({ periodKey, amount }) => [periodKey, amount.minor])).toEqual([
    ['2026-Q3', 2_400_000],
    ['2026-Q4', -2_400_000],
  ]);
});

test.each([
  ['noAmount', { homeMinor: null }, '2026-Q4'],
  ['noOwner', { ownerId: null }, '2026-Q4'],
  ['noCloseDate', { closeAt: null }, null],
])('a won deal that cannot count says why: %s', (reason, change, periodKey) => {
  expect(creditedDeal({ ...wonFacts, ...change })).toMatchObject({
    credits: [],
    exclusion: { reason, periodKey },
  });
});
