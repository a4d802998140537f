import fc from 'fast-check';
import { tallyMoves } from '../../../../src/domains/coaching/impact/tally-moves.ts';

const today = '2026-11-24';
const action = (dealId: string, dueOn: string, finishedOn: string | null = null) => ({
  dealId,
  dueOn,
  finishedOn,
});

test('deals that moved after finished and after unfinished actions', () => {
  const tallied = tallyMoves(
    [
      action('acme', '2026-10-10', '2026-10-08'), // moved on the 22nd, the last day that counts
      action('acme', '2026-10-12', '2026-10-11'), // the same deal counts once
      action('bolt', '2026-10-10', '2026-10-09'), // moved a day too late
      action('cone', '2026-10-10'), // moved within its days, though nothing was done
      action('acme', '2026-09-01'), // not finished: acme counts on this side too, and did not move then
      action('dune', '2026-09-01', '2026-10-01'), // finished a month late: on both sides
      action('edge', '2026-11-20', '2026-11-18'), // its 14 days are not over
    ],
    [
      { dealId: 'acme', movedOn: '2026-10-22' },
      { dealId: 'bolt', movedOn: '2026-10-24' },
      { dealId: 'cone', movedOn: '2026-10-10' },
      { dealId: 'dune', movedOn: '2026-10-01' },
      { dealId: 'edge', movedOn: '2026-11-19' },
    ],
    today,
  );
  expect(tallied).toEqual({
    finished: { deals: 3, moved: 2 },
    unfinished: { deals: 3, moved: 1 },
    isProof: false,
    words:
      'Moved on within 14 days: 2 of 3 deals after a finished action, 1 of 3 deals after one that was not finished. A tally, not proof.',
  });
});

test('never more deals moved than there are, and order does not matter', () => {
  const day = fc.integer({ min: 1, max: 30 }).map((number) => `2026-10-${`${number}`.padStart(2, '0')}`);
  const deal = fc.constantFrom('a', 'b', 'c');
  const actions = fc.array(fc.record({ dealId: deal, dueOn: day, finishedOn: fc.option(day) }));
  const moves = fc.array(fc.record({ dealId: deal, movedOn: day }));
  fc.assert(
    fc.property(actions, moves, (given, moved) => {
      const tallied = tallyMoves(given, moved, today);
      for (const side of [tallied.finished, tallied.unfinished])
        expect(side.moved).toBeLessThanOrEqual(side.deals);
      expect(tallyMoves(given.toReversed(), moved.toReversed(), today)).toEqual(tallied);
    }),
  );
});
