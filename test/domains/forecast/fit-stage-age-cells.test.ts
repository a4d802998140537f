import fc from 'fast-check';
import { fitStageAgeCells } from '../../../src/domains/forecast/fit-stage-age-cells.ts';
import { cellAges } from '../../../src/domains/forecast/rules.ts';
import type { HistoricDeal, WinModel } from '../../../src/domains/forecast/types.ts';
import { anyHistory, closedStages, day, deal, times } from './histories.ts';

const fit = (deals: readonly HistoricDeal[], now = 400): WinModel =>
  fitStageAgeCells({ deals, closedStages, now: day(now) });

/** Closed before anything else begins, so that all later moments count. */
const opening = deal([['demo', -10]], 'lost', -9.5);

function cell(model: WinModel, stageId: string, fromDay: number) {
  return model.stages[stageId]?.find((candidate) => candidate.fromDay === fromDay);
}

describe('what a deal teaches', () => {
  test('a deal won in its stage counts from each age that it reached, with the days that were left', () => {
    const model = fit([opening, deal([['demo', 0]], 'won', 3.5)]);
    expect(model.stages['demo']).toEqual([
      { fromDay: 0, total: 1, days: [[4, 1, 0, 0]] },
      { fromDay: 1, total: 1, days: [[3, 1, 0, 0]] },
      { fromDay: 2, total: 1, days: [[2, 1, 0, 0]] },
      { fromDay: 3, total: 1, days: [[1, 1, 0, 0]] },
    ]);
  });

  test.each([
    ['a win on the last instant of a day belongs to that day', 'won', 2, [2, 1, 0, 0]],
    ['a win a moment later to the next', 'won', 2.01, [3, 1, 0, 0]],
    ['a loss', 'lost', 2.5, [3, 0, 1, 0]],
  ] as const)('%s', (_, outcome, closedOn, expected) => {
    expect(cell(fit([opening, deal([['demo', 0]], outcome, closedOn)]), 'demo', 0)?.days).toEqual([expected]);
  });

  test('a deal that leaves at the very age of a cell was not open there', () => {
    const model = fit([opening, deal([['demo', 0]], 'won', 2)]);
    expect(model.stages['demo']?.map(({ fromDay }) => fromDay)).toEqual([0, 1]);
  });

  test('a deal that closes at this very instant is closed', () => {
    const model = fit([opening, deal([['demo', 398]], 'won', 400)]);
    expect(model.closedDeals).toBe(2);
    expect(cell(model, 'demo', 0)?.days).toEqual([[2, 1, 0, 0]]);
  });

  test('an open deal is watched for the whole days that have passed', () => {
    expect(cell(fit([opening, deal([['demo', 390.5]])]), 'demo', 0)).toEqual({
      fromDay: 0,
      total: 1,
      days: [[9, 0, 0, 1]],
    });
  });

  test('what happens after a year is no longer watched', () => {
    expect(cell(fit([opening, deal([['demo', 0]], 'won', 367)]), 'demo', 0)).toEqual({
      fromDay: 0,
      total: 1,
      days: [],
    });
  });

  test('a later stage counts from its own entry, the earlier one no further than its exit', () => {
    const model = fit([
      opening,
      deal(
        [
          ['demo', 0],
          ['offer', 1.5],
          ['won', 3],
        ],
        'won',
        3,
      ),
    ]);
    expect(model.stages['demo']?.map(({ fromDay }) => fromDay)).toEqual([0, 1]);
    expect(model.stages['offer']).toEqual([
      { fromDay: 0, total: 1, days: [[2, 1, 0, 0]] },
      { fromDay: 1, total: 1, days: [[1, 1, 0, 0]] },
    ]);
    expect(model.stages['won']).toBeUndefined();
    expect(model.everyStage).toEqual({
      total: 2,
      days: [
        [2, 1, 0, 0],
        [3, 1, 0, 0],
      ],
    });
  });

  test('a deal that comes back to a stage counts only at ages that it had not reached before', () => {
    const model = fit([
      opening,
      deal(
        [
          ['demo', 0],
          ['offer', 1.5],
          ['demo', 10],
        ],
        'won',
        13.5,
      ),
    ]);
    expect(model.stages['demo']).toEqual([
      { fromDay: 0, total: 1, days: [[14, 1, 0, 0]] },
      { fromDay: 1, total: 1, days: [[13, 1, 0, 0]] },
      { fromDay: 2, total: 1, days: [[2, 1, 0, 0]] },
      { fromDay: 3, total: 1, days: [[1, 1, 0, 0]] },
    ]);
  });
});

describe('what teaches nothing', () => {
  test.each([
    ['closed, nobody knows when', deal([['demo', 0]], 'won', null)],
    ['closed before it began', deal([['demo', 5]], 'won', 2)],
    ['closed as it began', deal([['demo', 5]], 'won', 5)],
    ['no stage known', deal([], 'won', 5)],
    ['only in a closed stage', deal([['won', 5]], 'won', 9)],
    ['created in the future', deal([['demo', 401]])],
  ])('%s', (_, useless) => {
    expect(fit([opening, useless])).toEqual(fit([opening]));
  });

  test('the close date that an open deal hopes for', () => {
    expect(fit([opening, deal([['demo', 0]], null, 20)])).toEqual(fit([opening, deal([['demo', 0]])]));
  });

  test('moments before the first closing on record', () => {
    const model = fit([deal([['demo', 0]], 'won', 3.5), deal([['demo', 2]], 'lost', 2.5)]);
    expect(model.stages['demo']).toEqual([
      { fromDay: 0, total: 0, days: [] },
      { fromDay: 1, total: 0, days: [] },
      { fromDay: 2, total: 0, days: [] },
      { fromDay: 3, total: 1, days: [[1, 1, 0, 0]] },
    ]);
  });

  test('but the moment of the first closing itself counts', () => {
    const model = fit([deal([['demo', 0]], 'lost', 2), deal([['demo', 2]], 'won', 2.5)]);
    expect(cell(model, 'demo', 0)).toEqual({ fromDay: 0, total: 1, days: [[1, 1, 0, 0]] });
  });
});

test.each([
  [49, 'pipeline'],
  [50, 'shrunken'],
  [199, 'shrunken'],
  [200, 'cells'],
])('with %i closed deals the basis is %s', (count, basis) => {
  const model = fit([...times(count, deal([['demo', 0]], 'lost', 5)), ...times(300, deal([['demo', 0]]))]);
  expect(model).toMatchObject({ basis, closedDeals: count });
});

describe('for any history', () => {
  test('the order of deals does not matter', () => {
    fc.assert(
      fc.property(anyHistory, (deals) => {
        expect(fit(deals.toReversed())).toEqual(fit(deals));
      }),
    );
  });

  test('nothing that happens after now is looked at', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 0, max: 400 }), (deals, now) => {
        const known = deals.map(({ outcome, closedAt, stages }): HistoricDeal => {
          const isClosed = closedAt !== null && closedAt <= day(now);
          return {
            outcome: isClosed ? outcome : null,
            closedAt: isClosed ? closedAt : null,
            stages: stages.filter(({ enteredAt }) => enteredAt <= day(now)),
          };
        });
        expect(fit(known, now)).toEqual(fit(deals, now));
      }),
    );
  });

  test('no cell holds more deals than there are, and no more endings than deals', () => {
    fc.assert(
      fc.property(anyHistory, (deals) => {
        for (const cells of Object.values(fit(deals).stages)) {
          for (const { fromDay, total, days } of cells) {
            expect(cellAges).toContain(fromDay);
            expect(total).toBeLessThanOrEqual(deals.length);
            expect(sum(days.flatMap(([, ...counts]) => counts))).toBeLessThanOrEqual(total);
          }
        }
      }),
    );
  });

  test('the model survives being kept as JSON', () => {
    fc.assert(
      fc.property(anyHistory, (deals) => {
        expect(JSON.parse(JSON.stringify(fit(deals)))).toEqual(fit(deals));
      }),
    );
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, next) => total + next, 0);
}
