import { add, subtract, sumMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { closesWithin } from './closes-within.ts';
import { isOmitted } from './is-omitted.ts';
import type { EstimatedWin, OpenDeal, WinEstimate } from './types.ts';
import { weighAmount } from './weigh-amount.ts';

export interface PeriodForecast {
  /** Won so far and what is expected of the open deals. New business that nobody has created yet is not in it. */
  readonly total: Money;
  readonly won: Money;
  readonly open: Money;
  /** Quota minus total: positive when it falls short, negative when it goes beyond; null without a quota. */
  readonly gap: Money | null;
  /** How many open deals are in it, and how many are not, by reason. */
  readonly counted: number;
  readonly leftOut: Readonly<Record<LeftOutReason, number>>;
}

export type LeftOutReason = 'omitted' | 'noEstimate' | 'closesElsewhere' | 'noAmount';

export interface PeriodForecastQuestion {
  readonly deals: Iterable<{
    readonly deal: Pick<OpenDeal, 'closeAt' | 'amount' | 'forecastCategory'>;
    /** For the end of the period. */
    readonly estimate: WinEstimate;
  }>;
  readonly period: Pick<Period, 'start' | 'end'>;
  /** Credited in the period so far; all amounts in one currency. */
  readonly won: Money;
  readonly quota: Money | null;
}

/**
 * Forecast of a period = won so far + sum of probability x amount over its open deals.
 *
 * A probability learned from history already says "by the end of the period", so that every open deal counts, whatever
 * close date it hopes for. The pipeline's fixed percentage knows no date: then only deals that close in the period count.
 */
export function forecastPeriod({ deals, period, won, quota }: PeriodForecastQuestion): PeriodForecast {
  const leftOut = { omitted: 0, noEstimate: 0, closesElsewhere: 0, noAmount: 0 };
  const expected: Money[] = [];
  for (const { deal, estimate } of deals) {
    const weighted = weighAmount(deal.amount, estimate);
    if (isOmitted(deal)) leftOut.omitted += 1;
    else if (estimate.kind === 'none') leftOut.noEstimate += 1;
    else if (!isExpectedWithin(deal, estimate, period)) leftOut.closesElsewhere += 1;
    else if (weighted === null) leftOut.noAmount += 1;
    else expected.push(weighted);
  }
  const open = sumMoney(expected, won.currency);
  const total = add(won, open);
  const gap = quota === null ? null : subtract(quota, total);
  return { total, won, open, gap, counted: expected.length, leftOut };
}

function isExpectedWithin(
  deal: Pick<OpenDeal, 'closeAt'>,
  { basis }: EstimatedWin,
  period: Pick<Period, 'start' | 'end'>,
): boolean {
  return basis !== 'pipeline' || closesWithin(deal, period);
}
