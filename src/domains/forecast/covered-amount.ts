import type { Money } from '../../kernel/money.ts';
import type { Period } from '../../kernel/period.ts';
import { closesWithin } from './closes-within.ts';
import { isOmitted } from './is-omitted.ts';
import type { OpenDeal } from './types.ts';

/** What an open deal adds to the pipeline that may still close in the period; null for one that adds nothing. */
export function coveredAmount(
  deal: Pick<OpenDeal, 'closeAt' | 'amount' | 'forecastCategory'>,
  period: Pick<Period, 'start' | 'end'>,
): Money | null {
  return closesWithin(deal, period) && !isOmitted(deal) ? deal.amount : null;
}
