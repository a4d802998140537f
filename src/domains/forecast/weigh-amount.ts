import { multiplyByRatio } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import type { WinEstimate } from './types.ts';

/**
 * Amount times probability, rounded half away from zero to minor units: 24,000 EUR at 38 % are 9,120 EUR. Null where
 * either is unknown. Every total is a sum of these, so that it opens to its deals to the cent.
 */
export function weighAmount(amount: Money | null, estimate: WinEstimate): Money | null {
  if (amount === null || estimate.kind === 'none') return null;
  return multiplyByRatio(amount, estimate.probability, 'halfAwayFromZero');
}
