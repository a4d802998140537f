import { sumMoney, type Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { multiplyByRatio } from '../../kernel/money.ts';
import { answerAsOf, type PlacedDeal } from './answer-as-of.ts';
import type { Pipelines } from './types.ts';

/** An amount in company currency beside a deal's way; the one that it carries now, since no earlier one is read. */
export type ValuedDeal = PlacedDeal & { readonly amount: Money | null };

/** One past period: what came of the deals that were open on its first day, and what was or would have been said of them. */
export interface BacktestedPeriod {
  readonly key: string;
  readonly deals: number;
  readonly actual: Money;
  /** The stages' fixed percentages, over the deals whose close date lies in the period. */
  readonly pipeline: Money;
  /** Sideline, over all of them. */
  readonly sideline: Money;
}

/** With fewer open deals one large win decides the figure. */
export const openDealsForBacktest = 10;

/**
 * Walks through past periods: on the first day of each, with a model of what was known then, each open deal with an amount
 * is asked about. The weighted pipeline is given the close dates that deals carry now, hence knows which of the closed ones
 * were going to close within the period: the comparison leans to its side. A period counts only where history answers
 * (see `rules.ts`) and at least ten deals were open.
 */
export function backtestAmounts({
  deals,
  pipelines,
  periods,
  currency,
}: {
  readonly deals: readonly ValuedDeal[];
  readonly pipelines: Pipelines;
  /** Past ones, the oldest first. */
  readonly periods: readonly Pick<Period, 'key' | 'start' | 'end'>[];
  readonly currency: string;
}): BacktestedPeriod[] {
  return periods.flatMap(({ key, start, end }) => {
    const { model, answers } = answerAsOf({ deals, pipelines }, start, end);
    const valued = answers.flatMap(({ deal, ...answer }) =>
      deal.amount === null ? [] : [{ ...answer, amount: deal.amount, closeAt: deal.closedAt }],
    );
    if (model.basis === 'pipeline' || valued.length < openDealsForBacktest) return [];
    const total = (part: (answer: (typeof valued)[number]) => Money | null) =>
      sumMoney(
        valued.map(part).filter((amount) => amount !== null),
        currency,
      );
    const weigh = (amount: Money, probability: Ratio) =>
      multiplyByRatio(amount, probability, 'halfAwayFromZero');
    return {
      key,
      deals: valued.length,
      actual: total(({ won, amount }) => (won ? amount : null)),
      pipeline: total(({ amount, pipeline, closeAt }) =>
        closeAt !== null && closeAt >= start && closeAt < end ? weigh(amount, pipeline) : null,
      ),
      sideline: total(({ amount, history }) => weigh(amount, history)),
    };
  });
}
