import { backtestProbabilities } from '../../../src/domains/forecast/backtest-probabilities.ts';
import { estimateWinProbability } from '../../../src/domains/forecast/estimate-win-probability.ts';
import { fitStageAgeCells } from '../../../src/domains/forecast/fit-stage-age-cells.ts';
import type { HistoricDeal } from '../../../src/domains/forecast/types.ts';
import { toNumber } from '../../../src/kernel/ratio.ts';
import { closedStages, day, deal, pipelines, times } from './histories.ts';
import { simulateCompany } from './synthetic-company.ts';

const inSales = (deals: readonly HistoricDeal[]) => deals.map((one) => ({ ...one, pipelineId: 'sales' }));

test('where a deal is as likely to be won on any day, the estimate comes near the true chance', () => {
  const deals = simulateCompany({
    seed: 7,
    deals: 6_000,
    days: 500,
    chances: () => ({ win: 0.01, lose: 0.02, advance: 0 }),
  });
  const model = fitStageAgeCells({ deals, closedStages, now: day(500) });
  for (const age of [0, 3, 20, 60]) {
    for (const horizon of [7, 30, 90, 200]) {
      const asked = { pipelineId: 'sales', stageId: 'demo', stageEnteredAt: day(500 - age) };
      const estimate = estimateWinProbability({
        model,
        pipelines,
        deal: asked,
        now: day(500),
        until: day(500 + horizon),
      });
      const truth = (1 / 3) * (1 - 0.97 ** horizon);
      if (estimate.kind === 'none') throw new Error(estimate.reason);
      expect(Math.abs(toNumber(estimate.probability) - truth)).toBeLessThan(0.04);
    }
  }
});

describe('where stage and age decide', () => {
  // Demos go stale after three weeks, offers ripen for a fortnight.
  const deals = simulateCompany({
    seed: 11,
    deals: 4_000,
    days: 730,
    chances: (stageId, age) => {
      if (stageId === 'demo')
        return age < 21 ? { win: 0, lose: 0.01, advance: 0.03 } : { win: 0, lose: 0.02, advance: 0.004 };
      return age < 14 ? { win: 0.005, lose: 0.005, advance: 0 } : { win: 0.04, lose: 0.02, advance: 0 };
    },
  });
  const scores = backtestProbabilities({
    deals: inSales(deals),
    pipelines,
    periods: [365, 456, 547, 638].map((start) => ({ start: day(start), end: day(start + 91) })),
    asOfDays: [1, 30, 60, 75],
  });

  test('what is stated comes true as often as stated', () => {
    expect(scores?.history.calibrationError).toBeLessThan(0.03);
  });

  test("it beats the pipeline's fixed percentages", () => {
    expect(scores!.history.logLoss).toBeLessThan(scores!.pipeline.logLoss - 0.05);
    expect(scores!.history.brier).toBeLessThan(scores!.pipeline.brier);
    expect(scores!.history.count).toBe(scores!.pipeline.count);
  });
});

describe('which deals are asked about, and what counts as won', () => {
  const period = { start: day(100), end: day(190) };
  const ask = (deals: readonly HistoricDeal[]) =>
    backtestProbabilities({ deals: inSales(deals), pipelines, periods: [period], asOfDays: [0] });

  test.each([
    ['won on the last day', deal([['offer', 90]], 'won', 189.9), { count: 1, brier: 0.16 }],
    [
      'won at the end, which is the next period',
      deal([['offer', 90]], 'won', 190),
      { count: 1, brier: 0.36 },
    ],
    ['lost', deal([['offer', 90]], 'lost', 120), { count: 1, brier: 0.36 }],
    ['still open', deal([['offer', 90]]), { count: 1, brier: 0.36 }],
    [
      'in an earlier stage on the day',
      deal(
        [
          ['demo', 90],
          ['offer', 110],
        ],
        'won',
        120,
      ),
      { count: 1, brier: 0.64 },
    ],
  ])('%s', (_, one, expected) => {
    const score = ask([one])?.pipeline;
    expect(score?.count).toBe(expected.count);
    expect(score?.brier).toBeCloseTo(expected.brier, 12);
  });

  test.each([
    ['closed before', deal([['offer', 90]], 'won', 99)],
    ['closed at that instant', deal([['offer', 90]], 'won', 100)],
    ['created later', deal([['offer', 101]], 'won', 120)],
    ['closed, nobody knows when', deal([['offer', 90]], 'won', null)],
    ['in a stage that the pipeline does not know', deal([['gone', 90]], 'won', 120)],
  ])('not asked about: %s', (_, one) => {
    expect(ask([one])).toBeNull();
  });

  test('a later change of what was known then changes nothing that was said', () => {
    const past = times(60, deal([['offer', 10]], 'won', 30));
    const [won, lost] = [deal([['offer', 90]], 'won', 120), deal([['offer', 90]], 'lost', 120)];
    // 1 - p and p: the two Brier scores tell the same stated probability.
    const [ifWon, ifLost] = [ask([...past, won])!.history.brier, ask([...past, lost])!.history.brier];
    expect(Math.sqrt(ifWon) + Math.sqrt(ifLost)).toBeCloseTo(1, 12);
  });
});
