import { multiplyRatios } from './arithmetic.ts';
import { ratio } from './ratio.ts';
import type { Ratio } from './ratio.ts';
import { roundRatio } from './round-ratio.ts';

/** A floating-point number within a unit or two in its last place, for charts and measured values; never for money. */
export function toNumber({ numerator, denominator }: Ratio): number {
  return Number(numerator) / Number(denominator);
}

/** Whole percents for people, half away from zero: `'71 %'`. */
export function toPercentText(value: Ratio): string {
  return `${roundRatio(multiplyRatios(value, ratio(100)), 'halfAwayFromZero')} %`;
}

/** A plain decimal with exactly `digits` decimals, half away from zero, as HubSpot's number properties take it: `'0.7100'`. */
export function toDecimal(value: Ratio, digits: number): string {
  const scaled = roundRatio(multiplyRatios(value, ratio(10n ** BigInt(digits))), 'halfAwayFromZero');
  const figures = (scaled < 0n ? -scaled : scaled).toString().padStart(digits + 1, '0');
  const whole = figures.slice(0, figures.length - digits);
  const fraction = figures.slice(figures.length - digits);
  return `${scaled < 0n ? '-' : ''}${whole}${digits > 0 ? `.${fraction}` : ''}`;
}
