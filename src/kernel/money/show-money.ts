import Big from 'big.js';
import { minorDigits } from './minor-digits.ts';
import type { Money } from './money.ts';

/** The plain decimal that HubSpot's number properties take, with the currency's own decimals: `'24000.00'`. */
export function toDecimalString(amount: Money): string {
  const digits = minorDigits(amount.currency);
  return new Big(amount.minor).times(`1e-${digits}`).toFixed(digits);
}

/** For people: `'213,000 EUR'`, whole units, half away from zero; with `exact` the minor units too: `'213,000.00 EUR'`. */
export function formatMoney(amount: Money, { exact = false }: { readonly exact?: boolean } = {}): string {
  const digits = exact ? minorDigits(amount.currency) : 0;
  // A decimal string is formatted exactly, where a number would have gone through binary fractions.
  return `${formatWith(digits).format(toDecimalString(amount) as `${number}`)} ${amount.currency}`;
}

const formats = new Map<number, Intl.NumberFormat>();

/** Made once for each number of digits: making a format takes a hundred times as long as using it. */
function formatWith(digits: number): Intl.NumberFormat {
  const format =
    formats.get(digits) ??
    new Intl.NumberFormat('en-US', {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: 'negative', // no "-0"
    });
  formats.set(digits, format);
  return format;
}
