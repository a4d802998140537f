import type { Ratio } from './ratio.ts';

/** `up` and `down` are towards positive and negative infinity. */
export type Rounding = 'halfAwayFromZero' | 'up' | 'down';

export function roundRatio({ numerator, denominator }: Ratio, rounding: Rounding): bigint {
  switch (rounding) {
    case 'down':
      return floorDivide(numerator, denominator);
    case 'up':
      return -floorDivide(-numerator, denominator);
    case 'halfAwayFromZero': {
      const magnitude = numerator < 0n ? -numerator : numerator;
      const rounded = floorDivide(2n * magnitude + denominator, 2n * denominator);
      return numerator < 0n ? -rounded : rounded;
    }
  }
}

/** Bigint division truncates; a negative quotient with a rest is therefore one too high. */
function floorDivide(dividend: bigint, divisor: bigint): bigint {
  const quotient = dividend / divisor;
  return dividend % divisor < 0n ? quotient - 1n : quotient;
}
