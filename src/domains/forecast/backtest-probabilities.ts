import type { StageId } from '../../kernel/ids.ts';
import type { Period } from '../../kernel/period.ts';
import { toNumber } from '../../kernel/ratio.ts';
import { estimateWinProbability } from './estimate-win-probability.ts';
import { fitStageAgeCells } from './fit-stage-age-cells.ts';
import { closingTime, listOpenStays } from './list-open-stays.ts';
import { dayMilliseconds } from './rules.ts';
import { scoreProbabilities } from './score-probabilities.ts';
import type { ProbabilityScore } from './score-probabilities.ts';
import type { HistoricDeal, Pipelines, WinModel } from './types.ts';

export interface Backtest {
  /** With the pipeline that each deal ran through. */
  readonly deals: readonly (HistoricDeal & { readonly pipelineId: string })[];
  readonly pipelines: Pipelines;
  /** Past periods: each must have ended by the time the history was read. */
  readonly periods: readonly Pick<Period, 'start' | 'end'>[];
  /** Days into the period on which the question is asked: 0 is its first instant. */
  readonly asOfDays: readonly number[];
}

export interface BacktestScores {
  /** What Sideline would have said. */
  readonly history: ProbabilityScore;
  /** What the pipeline's fixed percentages said. */
  readonly pipeline: ProbabilityScore;
}

/**
 * Walks forward through past periods: on each as-of day a model is fitted to what was known then, every deal that was
 * open is asked about, and the answer is held against what became of it by the period's end. Null when no deal was
 * open on any as-of day.
 */
export function backtestProbabilities(backtest: Backtest): BacktestScores | null {
  const answers = backtest.periods.flatMap(({ start, end }) =>
    backtest.asOfDays.flatMap((day) => {
      const now = new Date(start.getTime() + day * dayMilliseconds);
      return answerAsOf(backtest, now, end);
    }),
  );
  if (answers.length === 0) return null;
  const scoreOf = (method: 'history' | 'pipeline') =>
    scoreProbabilities(answers.map(({ won, ...stated }) => ({ probability: stated[method], won })));
  return { history: scoreOf('history'), pipeline: scoreOf('pipeline') };
}

/** What both methods stated about one deal on one day, and what became of it. */
interface Answer {
  readonly history: number;
  readonly pipeline: number;
  readonly won: boolean;
}

function answerAsOf({ deals, pipelines }: Backtest, now: Date, until: Date): Answer[] {
  const closedStages = closedStagesOf(pipelines);
  const model = fitStageAgeCells({ deals, closedStages, now });
  const fixed: WinModel = { ...model, basis: 'pipeline' };
  return deals.flatMap((deal) => {
    const stay = listOpenStays({ deal, closedStages, now }).at(-1);
    if (stay === undefined || stay.to < now.getTime() || isClosedBy(deal, now)) return [];
    const asked = { pipelineId: deal.pipelineId, stageId: stay.stageId, stageEnteredAt: new Date(stay.from) };
    const [history, pipeline] = [model, fixed].map((answering) =>
      estimateWinProbability({ model: answering, pipelines, deal: asked, now, until }),
    );
    if (history?.kind !== 'estimated' || pipeline?.kind !== 'estimated') return [];
    return {
      history: toNumber(history.probability),
      pipeline: toNumber(pipeline.probability),
      won: deal.outcome === 'won' && isClosedBy(deal, new Date(until.getTime() - 1)),
    };
  });
}

function isClosedBy(deal: HistoricDeal, instant: Date): boolean {
  const closedAt = closingTime(deal);
  return closedAt !== null && closedAt <= instant.getTime();
}

function closedStagesOf(pipelines: Pipelines): ReadonlySet<StageId> {
  const stages = [...pipelines.values()].flatMap((pipeline) => pipeline.stages);
  return new Set(stages.filter(({ isClosed }) => isClosed).map(({ id }) => id));
}
