import { compareRatios, multiplyRatios, ratio, roundRatio, subtractRatios, sumRatios } from '../ratio.ts';
import type { Ratio } from '../ratio.ts';
import { money } from './money.ts';
import type { Money } from './money.ts';

/**
 * Divides an amount in proportion to the weights so that the parts sum to it exactly: everyone gets the whole minor
 * units of their share, and the units left over go to the largest remainders, the earlier part first among equals.
 * A negative amount is divided as its opposite, so that a reversal takes back exactly what was given.
 * Throws a RangeError for a negative weight and for weights without a positive sum.
 */
export function allocate(amount: Money, weights: readonly Ratio[]): Money[] {
  const totalWeight = sumRatios(weights);
  if (totalWeight.numerator <= 0n || weights.some((weight) => weight.numerator < 0n)) {
    throw new RangeError('weights must not be negative and need a positive sum');
  }
  const magnitude = ratio(Math.abs(amount.minor));
  const inverse = ratio(totalWeight.denominator, totalWeight.numerator);
  const parts = weights.map((weight, index) => {
    const exact = multiplyRatios(magnitude, multiplyRatios(weight, inverse));
    const whole = roundRatio(exact, 'down');
    return { index, whole, remainder: subtractRatios(exact, ratio(whole)) };
  });
  const given = parts.reduce((sum, part) => sum + part.whole, 0n);
  const leftOver = Math.abs(amount.minor) - Number(given);
  const favoured = parts
    .toSorted((one, other) => compareRatios(other.remainder, one.remainder))
    .slice(0, leftOver);
  for (const part of favoured) part.whole += 1n;
  const sign = amount.minor < 0 ? -1n : 1n;
  return parts.map((part) => money(sign * part.whole, amount.currency));
}
