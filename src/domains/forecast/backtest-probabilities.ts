import type { Period } from '../../kernel/period.ts';
import { toNumber } from '../../kernel/ratio.ts';
import { answerAsOf, type PlacedDeal } from './answer-as-of.ts';
import { dayMilliseconds } from './rules.ts';
import { scoreProbabilities } from './score-probabilities.ts';
import type { ProbabilityScore } from './score-probabilities.ts';
import type { Pipelines } from './types.ts';

export interface Backtest {
  /** With the pipeline that each deal ran through. */
  readonly deals: readonly PlacedDeal[];
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
      return answerAsOf(backtest, now, end).answers;
    }),
  );
  if (answers.length === 0) return null;
  const scoreOf = (method: 'history' | 'pipeline') =>
    scoreProbabilities(answers.map((answer) => ({ probability: toNumber(answer[method]), won: answer.won })));
  return { history: scoreOf('history'), pipeline: scoreOf('pipeline') };
}
