import { add, subtract, sumMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { placeInForecast, type ForecastPlace, type LeftOutReason } from './place-in-forecast.ts';

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

export interface PeriodForecastQuestion {
  readonly deals: Iterable<ForecastPlace>;
  readonly period: Pick<Period, 'start' | 'end'>;
  /** Credited in the period so far; all amounts in one currency. */
  readonly won: Money;
  readonly quota: Money | null;
}

/** Forecast of a period = won so far + sum of probability x amount over its open deals; see `place-in-forecast.ts`. */
export function forecastPeriod({ deals, period, won, quota }: PeriodForecastQuestion): PeriodForecast {
  const leftOut = { omitted: 0, noEstimate: 0, closesElsewhere: 0, noAmount: 0 };
  const expected: Money[] = [];
  for (const place of deals) {
    const placed = placeInForecast(place, period);
    if (placed.ok) expected.push(placed.value);
    else leftOut[placed.failure] += 1;
  }
  const open = sumMoney(expected, won.currency);
  const total = add(won, open);
  const gap = quota === null ? null : subtract(quota, total);
  return { total, won, open, gap, counted: expected.length, leftOut };
}
