import { multiplyRatios, ratio, roundRatio } from '../ratio.ts';
import type { Ratio, Rounding } from '../ratio.ts';
import { money } from './money.ts';
import type { Money } from './money.ts';

export function multiplyByRatio(amount: Money, factor: Ratio, rounding: Rounding): Money {
  return money(roundRatio(multiplyRatios(ratio(amount.minor), factor), rounding), amount.currency);
}

/** How many times `whole` goes into `part`, exactly. Throws for two currencies and for a whole of zero. */
export function divideMoney(part: Money, whole: Money): Ratio {
  if (part.currency !== whole.currency) {
    throw new TypeError(`${part.currency} cannot be measured in ${whole.currency}`);
  }
  return ratio(part.minor, whole.minor);
}
