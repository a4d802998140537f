/**
 * An exact fraction in lowest terms with a positive denominator, so that equal ratios are deeply equal.
 *
 * The parts are bigints: a split of eight decimals times a ramp step times working days of an amount in minor units
 * leaves the safe integers after two multiplications, and a ratio that overflows in one portal only is the worst kind of fault.
 */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** Throws a RangeError for a denominator of zero: whoever divides says first what nothing to divide by means. */
export function ratio(numerator: bigint | number, denominator: bigint | number = 1n): Ratio {
  const top = BigInt(numerator);
  const bottom = BigInt(denominator);
  if (bottom === 0n) throw new RangeError('a ratio needs a denominator other than zero');
  const shared = greatestCommonDivisor(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { numerator: top / shared, denominator: bottom / shared };
}

export const zeroRatio: Ratio = ratio(0n);
export const oneRatio: Ratio = ratio(1n);

const decimal = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** Reads a plain decimal such as HubSpot's split percentage `'0.60000000'` exactly. Throws a RangeError for anything else. */
export function ratioFromDecimal(text: string): Ratio {
  const match = decimal.exec(text);
  if (match === null) throw new RangeError(`not a plain decimal: ${JSON.stringify(text)}`);
  const [, sign = '', whole = '', fraction = ''] = match;
  return ratio(BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), 10n ** BigInt(fraction.length));
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [larger, smaller] = [left < 0n ? -left : left, right < 0n ? -right : right];
  while (smaller !== 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
