import { compareRatios, multiplyRatios, ratio, roundRatio, subtractRatios, sumRatios } from '../ratio.ts';
import type { Ratio } from '../ratio.ts';
import { money } from './money.ts';
import type { Money } from './money.ts';

/**
 * Divides an amount among recipients in proportion to their weights so that the parts sum to it exactly: everyone gets
 * the whole minor units of their share, and the units left over go to the largest remainders, the earlier recipient
 * first among equals. A negative amount is divided as its opposite, so that a reversal takes back what was given.
 * Throws a RangeError for a negative weight and for weights without a positive sum.
 */
export function allocate<Recipient>(
  whole: Money,
  recipients: readonly Recipient[],
  weightOf: (recipient: Recipient) => Ratio,
): { readonly recipient: Recipient; readonly amount: Money }[] {
  const weights = recipients.map(weightOf);
  const totalWeight = sumRatios(weights);
  if (totalWeight.numerator <= 0n || weights.some(({ numerator }) => numerator < 0n)) {
    throw new RangeError('weights must not be negative and need a positive sum');
  }
  const perWeight = multiplyRatios(
    ratio(Math.abs(whole.minor)),
    ratio(totalWeight.denominator, totalWeight.numerator),
  );
  const parts = recipients.map((recipient) => {
    const exact = multiplyRatios(weightOf(recipient), perWeight);
    const minor = roundRatio(exact, 'down');
    return { recipient, minor, remainder: subtractRatios(exact, ratio(minor)) };
  });
  const leftOver = BigInt(Math.abs(whole.minor)) - parts.reduce((sum, { minor }) => sum + minor, 0n);
  const byRemainder = parts.toSorted((left, right) => compareRatios(right.remainder, left.remainder));
  for (const part of byRemainder.slice(0, Number(leftOver))) part.minor += 1n;
  const sign = whole.minor < 0 ? -1n : 1n;
  return parts.map(({ recipient, minor }) => ({ recipient, amount: money(sign * minor, whole.currency) }));
}
