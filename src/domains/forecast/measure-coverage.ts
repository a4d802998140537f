import { divideMoney, subtract, sumMoney } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import type { Ratio } from '../../kernel/ratio.ts';
import { coveredAmount } from './covered-amount.ts';
import type { OpenDeal } from './types.ts';

export type Coverage =
  | { readonly kind: 'measured'; readonly coverage: Ratio; readonly pipeline: Money; readonly needed: Money }
  | { readonly kind: 'met'; readonly pipeline: Money }
  | { readonly kind: 'none'; readonly reason: 'noQuota' };

export interface CoverageQuestion {
  readonly deals: Iterable<Pick<OpenDeal, 'closeAt' | 'amount' | 'forecastCategory'>>;
  readonly period: Pick<Period, 'start' | 'end'>;
  /** Null, or nothing to reach, is no quota. */
  readonly quota: Money | null;
  /** Credited in the period so far; all amounts in one currency. */
  readonly won: Money;
}

/**
 * Pipeline coverage: the open pipeline that closes in the period / (quota - won so far). A quota that is reached is met:
 * what is missing is then nothing, and a quotient would be infinite or negative.
 */
export function measureCoverage({ deals, period, quota, won }: CoverageQuestion): Coverage {
  const amounts = [...deals].map((deal) => coveredAmount(deal, period)).filter((amount) => amount !== null);
  const pipeline = sumMoney(amounts, won.currency);
  if (quota === null || quota.minor <= 0) return { kind: 'none', reason: 'noQuota' };
  const needed = subtract(quota, won);
  if (needed.minor <= 0) return { kind: 'met', pipeline };
  return { kind: 'measured', coverage: divideMoney(pipeline, needed), pipeline, needed };
}
