/**
 * How fast the forecast learns and answers, and how good its answers are, on an invented company in which stage and age
 * alone decide. Run with `node test/bench/forecast-backtest.ts`.
 */
import { backtestProbabilities } from '../../src/domains/forecast/backtest-probabilities.ts';
import { estimateWinProbability } from '../../src/domains/forecast/estimate-win-probability.ts';
import { fitStageAgeCells } from '../../src/domains/forecast/fit-stage-age-cells.ts';
import type { HistoricDeal } from '../../src/domains/forecast/types.ts';
import { closedStages, day, pipelines } from '../domains/forecast/histories.ts';
import { simulateCompany } from '../domains/forecast/synthetic-company.ts';

const days = 730;

function company(deals: number): HistoricDeal[] {
  return simulateCompany({
    seed: 1,
    deals,
    days,
    chances: (stageId, age) => {
      if (stageId === 'demo') return { win: 0, lose: 0.01, advance: age < 21 ? 0.03 : 0.004 };
      return age < 14 ? { win: 0.005, lose: 0.005, advance: 0 } : { win: 0.04, lose: 0.02, advance: 0 };
    },
  });
}

function milliseconds(work: () => unknown): number {
  const start = performance.now();
  work();
  return Math.round(performance.now() - start);
}

for (const count of [10_000, 100_000]) {
  const deals = company(count);
  const fit = () => fitStageAgeCells({ deals, closedStages, now: day(days) });
  const model = fit();
  const estimateAll = () => {
    for (let index = 0; index < 10_000; index += 1) {
      const stageEnteredAt = day(days - (index % 200));
      const deal = { pipelineId: 'sales', stageId: index % 2 === 0 ? 'demo' : 'offer', stageEnteredAt };
      estimateWinProbability({ model, pipelines, deal, now: day(days), until: day(days + (index % 92)) });
    }
  };
  console.log({
    deals: count,
    fitMilliseconds: milliseconds(fit),
    modelBytes: JSON.stringify(model).length,
    estimateTenThousandMilliseconds: milliseconds(estimateAll),
  });
}

console.log(
  backtestProbabilities({
    deals: company(10_000).map((deal) => ({ ...deal, pipelineId: 'sales' })),
    pipelines,
    periods: [365, 456, 547, 638].map((start) => ({ start: day(start), end: day(start + 91) })),
    asOfDays: [1, 30, 60, 75],
  }),
);
