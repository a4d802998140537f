/** Both ends of an interval, as fractions between 0 and 1. */
export interface ShareInterval {
  readonly low: number;
  readonly high: number;
}

/** The normal deviate of a two-sided 95 % interval. */
const Z = 1.959964;

/** The 95 % interval of a share by E. B. Wilson (1927), which stays sensible for few cases and near 0 and 1; `cases` at least 1. */
export function wilsonInterval(hits: number, cases: number): ShareInterval {
  if (cases < 1) throw new RangeError('an interval needs at least one case');
  const share = hits / cases;
  const spread = Z * Math.sqrt((share * (1 - share)) / cases + (Z * Z) / (4 * cases * cases));
  const middle = share + (Z * Z) / (2 * cases);
  const scale = 1 + (Z * Z) / cases;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
