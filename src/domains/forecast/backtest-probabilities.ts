import type { StageId } from '../../kernel/ids.ts';
import type { Period } from '../../kernel/period.ts';
import { toNumber } from '../../kernel/ratio.ts';
import { estimateWinProbability } from './estimate-win-probability.ts';
import { fitStageAgeCells } from './fit-stage-age-cells.ts';
import { closingTime, listOpenStays } from './list-open-stays.ts';
import { dayMilliseconds } from './rules.ts';
import { scoreProbabilities } from './score-probabilities.ts';
import type { ProbabilityScore, ScoredProbability } from './score-probabilities.ts';
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
  const closedStages = closedStagesOf(backtest.pipelines);
  const history: ScoredProbability[] = [];
  const pipeline: ScoredProbability[] = [];
  for (const { start, end } of backtest.periods) {
    for (const day of backtest.asOfDays) {
      const now = new Date(start.getTime() + day * dayMilliseconds);
      const model = fitStageAgeCells({ deals: backtest.deals, closedStages, now });
      for (const deal of backtest.deals) {
        const stay = listOpenStays({ deal, closedStages, now }).at(-1);
        if (stay === undefined || stay.to < now.getTime() || isClosedBy(deal, now)) continue;
        const won = deal.outcome === 'won' && isClosedBy(deal, new Date(end.getTime() - 1));
        const question = {
          pipelineId: deal.pipelineId,
          stageId: stay.stageId,
          stageEnteredAt: new Date(stay.from),
        };
        const ask = (asked: WinModel) =>
          estimateWinProbability({
            model: asked,
            pipelines: backtest.pipelines,
            deal: question,
            now,
            until: end,
          });
        const [learned, fixed] = [ask(model), ask({ ...model, basis: 'pipeline' })];
        if (learned.kind === 'none' || fixed.kind === 'none') continue;
        history.push({ probability: toNumber(learned.probability), won });
        pipeline.push({ probability: toNumber(fixed.probability), won });
      }
    }
  }
  if (history.length === 0) return null;
  return { history: scoreProbabilities(history), pipeline: scoreProbabilities(pipeline) };
}

function isClosedBy(deal: HistoricDeal, instant: Date): boolean {
  const closedAt = closingTime(deal);
  return closedAt !== null && closedAt <= instant.getTime();
}

function closedStagesOf(pipelines: Pipelines): ReadonlySet<StageId> {
  const stages = [...pipelines.values()].flatMap((pipeline) => pipeline.stages);
  return new Set(stages.filter(({ isClosed }) => isClosed).map(({ id }) => id));
}
