import fc from 'fast-check';
import { countWins } from '../../../src/domains/forecast/count-wins.ts';
import type { WatchedDay, WatchedDeals } from '../../../src/domains/forecast/types.ts';

/** Forty deals: 10 won on day 5, 5 on day 30, 10 lost on day 20, 15 never closed while they were watched. */
const settled: WatchedDeals = {
  total: 40,
  days: [
    [5, 10, 0, 0],
    [20, 0, 10, 0],
    [30, 5, 0, 0],
  ],
};

test.each([
  [0, 0],
  [4, 0],
  [5, 10],
  [29, 10],
  [30, 15],
  [366, 15],
])('when nobody is running the share within %i days is %i of 40', (horizon, won) => {
  const counted = countWins(settled, horizon);
  expect(counted).toMatchObject({ won, known: 40, running: 0 });
  expect(counted.share).toBeCloseTo(won / 40, 12);
});

/** Ten deals: one won on day 1, four watched for 2 days so far, two won and one lost on day 3, two open for a year. */
const running: WatchedDeals = {
  total: 10,
  days: [
    [1, 1, 0, 0],
    [2, 0, 0, 4],
    [3, 2, 1, 0],
  ],
};

test.each([
  // On day 1 all ten are watched: 1/10. On day 3 the five still watched stand for the nine tenths that are left.
  { horizon: 1, won: 1, known: 10, open: 0, share: 1 / 10 },
  { horizon: 2, won: 1, known: 10, open: 0, share: 1 / 10 },
  { horizon: 3, won: 3, known: 6, open: 4, share: 1 / 10 + (9 / 10) * (2 / 5) },
])(
  'a running deal counts for as long as it has been watched: $horizon days',
  ({ horizon, won, known, open, share }) => {
    const counted = countWins(running, horizon);
    expect(counted).toMatchObject({ won, known, running: open });
    expect(counted.share).toBeCloseTo(share, 12);
  },
);

test('nobody watched: nobody won', () => {
  expect(countWins({ total: 0, days: [] }, 30)).toEqual({ won: 0, known: 0, running: 0, share: 0 });
});

/** Any cell: each deal closes or is last seen on some day, or is watched for the whole year. */
const anyWatched: fc.Arbitrary<WatchedDeals> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 60 }),
      end: fc.constantFrom('won', 'lost', 'running', 'watched'),
    }),
  )
  .map((deals) => {
    const count = (day: number, end: string) =>
      deals.filter((deal) => deal.day === day && deal.end === end).length;
    const days = Array.from({ length: 61 }, (_, day): WatchedDay => {
      return [day, count(day, 'won'), count(day, 'lost'), count(day, 'running')];
    });
    return { total: deals.length, days: days.filter(([, ...counts]) => counts.some((n) => n > 0)) };
  });

test('a share lies between 0 and 1, never falls with the horizon, and is no less than if all running deals were lost', () => {
  fc.assert(
    fc.property(anyWatched, fc.integer({ min: 0, max: 70 }), (watched, horizon) => {
      const { won, known, running: open, share } = countWins(watched, horizon);
      expect(share).toBeGreaterThanOrEqual(0);
      expect(share).toBeLessThanOrEqual(1 + 1e-12);
      expect(share).toBeLessThanOrEqual(countWins(watched, horizon + 1).share);
      expect(known + open).toBe(watched.total);
      if (watched.total > 0) expect(share).toBeGreaterThanOrEqual(won / watched.total - 1e-12);
    }),
  );
});
