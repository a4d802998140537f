import { ratio, zeroRatio } from './ratio.ts';
import type { Ratio } from './ratio.ts';

export function addRatios(left: Ratio, right: Ratio): Ratio {
  return ratio(
    left.numerator * right.denominator + right.numerator * left.denominator,
    left.denominator * right.denominator,
  );
}

export function sumRatios(values: readonly Ratio[]): Ratio {
  return values.reduce(addRatios, zeroRatio);
}

export function subtractRatios(left: Ratio, right: Ratio): Ratio {
  return addRatios(left, { numerator: -right.numerator, denominator: right.denominator });
}

export function multiplyRatios(left: Ratio, right: Ratio): Ratio {
  return ratio(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** Negative when `left` is smaller, positive when it is larger, 0 when they are equal: fit for `toSorted`. */
export function compareRatios(left: Ratio, right: Ratio): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
