import Big from 'big.js';
import { minorDigits } from './minor-digits.ts';
import { money } from './money.ts';
import type { Money } from './money.ts';

/**
 * Converts at `rate`, a decimal string: units of `toCurrency` for one unit of the amount's own currency, as HubSpot
 * stamps it on the deal. Rounded half away from zero to the minor units of `toCurrency`.
 */
export function convert(amount: Money, rate: string, toCurrency: string): Money {
  const shift = minorDigits(toCurrency) - minorDigits(amount.currency);
  const minor = new Big(amount.minor).times(rate).times(`1e${shift}`).round(0, Big.roundHalfUp);
  return money(minor.toNumber(), toCurrency);
}
