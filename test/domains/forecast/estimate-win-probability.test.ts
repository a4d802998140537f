import fc from 'fast-check';
import { estimateWinProbability } from '../../../src/domains/forecast/estimate-win-probability.ts';
import { fitStageAgeCells } from '../../../src/domains/forecast/fit-stage-age-cells.ts';
import type { HistoricDeal, WinEstimate } from '../../../src/domains/forecast/types.ts';
import { toPercentText } from '../../../src/kernel/ratio.ts';
import { anyHistory, closedStages, day, deal, pipelines, times } from './histories.ts';

/** Closed before anything else begins, so that all later moments count. */
const opening = deal([['demo', -10]], 'lost', -9.5);

interface Asked {
  readonly stageId?: string;
  readonly enteredOn?: number;
  readonly horizon?: number;
}

function ask(
  deals: readonly HistoricDeal[],
  { stageId = 'demo', enteredOn = 400, horizon = 30 }: Asked = {},
) {
  const model = fitStageAgeCells({ deals: [opening, ...deals], closedStages, now: day(400) });
  const asked = { pipelineId: 'sales', stageId, stageEnteredAt: day(enteredOn) };
  return estimateWinProbability({ model, pipelines, deal: asked, now: day(400), until: day(400 + horizon) });
}

function percent(estimate: WinEstimate): number {
  if (estimate.kind === 'none') throw new Error(estimate.reason);
  return Number.parseInt(toPercentText(estimate.probability), 10);
}

/** 15 of 40 were won 20 days after they entered the demo stage; the others were lost on day 60. */
const fifteenOfForty = [
  ...times(15, deal([['demo', 0]], 'won', 20)),
  ...times(25, deal([['demo', 0]], 'lost', 60)),
];
/** Offers that say nothing about demos, to reach the numbers that the rules ask for: one in four is won on day 10. */
const offers = (count: number) => [
  ...times(count / 4, deal([['offer', 0]], 'won', 10)),
  ...times((count * 3) / 4, deal([['offer', 0]], 'lost', 10)),
];

describe('from 200 closed deals on', () => {
  const history = [...fifteenOfForty, ...offers(160)];

  test('the share of deals like this that were won in time, in whole percent', () => {
    expect(ask(history)).toMatchObject({
      kind: 'estimated',
      probability: { numerator: 19n, denominator: 50n },
      basis: 'cells',
      horizonDays: 30,
      closedDeals: 201,
      evidence: { won: 15, known: 40, running: 0, fromDay: 0 },
    });
  });

  test('half a percent is rounded up, though binary fractions fall short of it', () => {
    const wins = [
      ...times(23, deal([['demo', 0]], 'won', 20)),
      ...times(17, deal([['demo', 0]], 'lost', 60)),
    ];
    expect(percent(ask([...wins, ...offers(160)]))).toBe(58); // 57.5
  });

  test.each([
    // Entered today: won on day 20.
    { enteredOn: 400, horizon: 19, expected: 1 },
    { enteredOn: 400, horizon: 20, expected: 38 },
    { enteredOn: 400, horizon: 19.01, expected: 38 },
    // In the stage for 17 days: the same deals were won 3 days later.
    { enteredOn: 383, horizon: 2, expected: 1 },
    { enteredOn: 383, horizon: 3, expected: 38 },
    // After 21 days only the ones that were lost are left.
    { enteredOn: 379, horizon: 366, expected: 1 },
    // Older than every deal of the past: as the oldest that are known.
    { enteredOn: 0, horizon: 366, expected: 1 },
    // A clock that runs ahead: it has just come in.
    { enteredOn: 403, horizon: 30, expected: 38 },
    { enteredOn: 400, horizon: 0, expected: 0 },
    { enteredOn: 400, horizon: -5, expected: 0 },
  ])('in the stage since day $enteredOn, $horizon days left: $expected %', ({ expected, ...asked }) => {
    expect(percent(ask(history, asked))).toBe(expected);
  });

  test('a cell with too few deals is answered by the same stage at a younger age', () => {
    const rare = times(19, deal([['demo', 0]], 'won', 100));
    expect(ask([...history, ...rare], { enteredOn: 310 })).toMatchObject({
      basis: 'cells',
      evidence: { fromDay: 52, won: 0, known: 44 },
    });
  });

  test('a stage with too few deals is pulled towards all stages', () => {
    const demos = times(10, deal([['demo', 0]], 'won', 20));
    const estimate = ask([...demos, ...offers(200)]);
    // All entries but the opening's, which lie before the first closing: 60 of 210. (10 + 20 x 60/210) / (10 + 20)
    expect(estimate).toMatchObject({ basis: 'shrunken', evidence: { won: 10, known: 10 } });
    expect(percent(estimate)).toBe(52);
  });

  test('deals that came in a moment ago are no evidence', () => {
    const young = times(30, deal([['demo', 395]]));
    const estimate = ask([...young, ...offers(200)]);
    expect(estimate).toMatchObject({ basis: 'shrunken', evidence: { won: 0, known: 0, running: 30 } });
    expect(percent(estimate)).toBe(25); // all entries: they are watched for 5 days, offers close on day 10
  });

  test('deals that have been open for long are', () => {
    const old = times(30, deal([['demo', 300]]));
    expect(ask([...offers(200), ...old])).toMatchObject({
      basis: 'cells',
      probability: { numerator: 1n, denominator: 100n },
      evidence: { won: 0, known: 30, running: 0 },
    });
  });

  test('a stage that nobody was in is answered by all stages', () => {
    const estimate = ask(offers(200));
    expect(estimate).toMatchObject({ basis: 'shrunken', evidence: { won: 0, known: 0, running: 0 } });
    expect(percent(estimate)).toBe(25);
  });

  test('a stage that the pipeline has lost is still known to the history', () => {
    const gone = times(40, deal([['gone', 0]], 'won', 5));
    expect(percent(ask([...history, ...gone], { stageId: 'gone' }))).toBe(99);
  });
});

describe('with 50 to 199 closed deals', () => {
  test('a stage is pulled towards the portal by 20 deals', () => {
    // Demo 15 of 40, all stages 25 of 80: (15 + 20 x 25/80) / 60 = 35.4 %
    expect(percent(ask([...fifteenOfForty, ...offers(40)]))).toBe(35);
  });

  test('a cell is pulled towards its stage by 10 deals', () => {
    // After 21 days 0 of 25; stage within 90 days as above: (0 + 10 x .354) / 35 = 10.1 %
    const estimate = ask([...fifteenOfForty, ...offers(40)], { enteredOn: 379, horizon: 90 });
    expect(estimate).toMatchObject({
      basis: 'shrunken',
      evidence: { won: 0, known: 25, stage: { won: 15, known: 40 } },
    });
    expect(percent(estimate)).toBe(10);
  });
});

describe('below 50 closed deals', () => {
  test.each([
    ['demo', 20],
    ['offer', 60],
  ])('the percentage of %s in its pipeline', (stageId, expected) => {
    const estimate = ask(fifteenOfForty, { stageId });
    expect(estimate).toMatchObject({ basis: 'pipeline', evidence: null, closedDeals: 41 });
    expect(percent(estimate)).toBe(expected);
  });

  test('a stage that the pipeline does not know has none', () => {
    expect(ask([], { stageId: 'gone' })).toEqual({ kind: 'none', reason: 'unknownStage' });
  });
});

test('a deal in a closed stage has no chance to estimate', () => {
  expect(ask(offers(400), { stageId: 'won' })).toEqual({ kind: 'none', reason: 'closed' });
});

test('for any history and deal: between 0 and 100 %, never lower for a later end', () => {
  const anyDeal = fc.record({
    stageId: fc.constantFrom('demo', 'offer'),
    enteredOn: fc.integer({ min: 0, max: 400 }),
    horizon: fc.integer({ min: 0, max: 365 }),
  });
  fc.assert(
    fc.property(anyHistory, fc.integer({ min: 1, max: 12 }), anyDeal, (some, copies, asked) => {
      const history = Array.from({ length: copies }, () => some).flat();
      const estimate = ask(history, asked);
      expect(percent(estimate)).toBeGreaterThanOrEqual(0);
      expect(percent(estimate)).toBeLessThanOrEqual(100);
      expect(percent(ask(history, { ...asked, horizon: asked.horizon + 1 }))).toBeGreaterThanOrEqual(
        percent(estimate),
      );
    }),
  );
});
