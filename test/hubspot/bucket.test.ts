import fc from 'fast-check';
import { bucketLimits, emptyBucket, returnTickets, takeTickets } from '../../src/hubspot/index.ts';
import { holdFor } from '../../src/hubspot/bucket.ts';
import type { BucketLimit } from '../../src/hubspot/bucket.ts';
import { densest } from './simulated-time.ts';

const { general, search } = bucketLimits;
const small: BucketLimit = { calls: 4, windowMs: 100, burst: 2, spacingMs: 20, latestMs: 5 };

describe('tickets by hand: 4 in 100 ms, 2 of them at once, then 20 ms apart', () => {
  it.each([
    ['an empty bucket', [], 0, 1_000, 5, [1_000, 1_000, 1_020, 1_040, 1_100]],
    ['one call a while ago', [950], 0, 1_000, 2, [1_000, 1_020]],
    ['one call that has left the window', [900], 0, 1_000, 3, [1_000, 1_000, 1_020]],
    ['a full bucket', [960, 960, 980, 1_000], 0, 1_000, 3, [1_060, 1_080, 1_100]],
    ['tickets given out ahead', [1_080, 1_100], 0, 1_000, 2, [1_120, 1_140]],
    ['a bucket held back', [], 1_500, 1_000, 3, [1_500, 1_500, 1_520]],
    ['a clock that was set back by an hour', [3_600_000], 3_600_000, 1_000, 2, [1_000, 1_000]],
  ])('%s', (_name, sent, heldUntil, now, count, tickets) => {
    expect(takeTickets({ sent, heldUntil }, small, { count, now }).tickets).toEqual(tickets);
  });

  it('counts no ticket that came back', () => {
    const state = returnTickets({ sent: [960, 980, 980, 1_000], heldUntil: 7 }, [980, 555]);
    expect(state).toEqual({ sent: [960, 980, 1_000], heldUntil: 7 });
  });
});

const wishes = fc.array(
  fc.record({ pauseMs: fc.nat({ max: 4_000 }), count: fc.integer({ min: 1, max: 30 }) }),
  {
    minLength: 1,
    maxLength: 60,
    size: 'max',
  },
);

it.each([
  ['general', general, 105, 10_100],
  ['search', search, 1, 225],
] as const)(
  'never gives out more %s tickets than a window holds, and none out of order',
  (_name, limit, most, windowMs) => {
    fc.assert(
      fc.property(wishes, (steps) => {
        let now = 1_700_000_000_000;
        let state = emptyBucket;
        const given: number[] = [];
        for (const { pauseMs, count } of steps) {
          now += pauseMs;
          const taken = takeTickets(state, limit, { count, now });
          expect(taken.tickets).toHaveLength(count);
          expect(taken.tickets.every((at) => at >= now)).toBe(true);
          state = taken.state;
          given.push(...taken.tickets);
        }
        expect(given).toEqual(given.toSorted((one, other) => one - other));
        expect(densest(given, windowMs)).toBeLessThanOrEqual(most);
      }),
    );
  },
);

it('keeps its state small, however long it runs', () => {
  let state = emptyBucket;
  for (let step = 0; step < 400; step += 1)
    state = takeTickets(state, general, { count: 7, now: step * 500 }).state;
  expect(state.sent.length).toBeLessThanOrEqual(105);
});

it.each([
  [{}, 0],
  [{ remaining: 3 }, 0],
  [{ remaining: 2 }, 300],
  [{ remaining: 0 }, 900],
  [{ refusedForMs: 10_000 }, 10_000],
  [{ remaining: 0, refusedForMs: 2_000 }, 2_000],
])('%j holds the bucket back for %i ms', (news, holdMs) => {
  expect(holdFor(news)).toBe(holdMs);
});
