import {
  addRatios,
  compareRatios,
  multiplyRatios,
  ratio,
  roundRatio,
  subtractRatios,
} from '../../kernel/ratio.ts';
import type { Ratio } from '../../kernel/ratio.ts';

/**
 * The quantile `at` (a half: the median; a tenth: P10) of at least one value, exactly, by linear interpolation between
 * the closest ranks, as spreadsheets do it (Hyndman and Fan's type 7). Throws a RangeError for no values.
 */
export function measureQuantile(values: readonly Ratio[], at: Ratio): Ratio {
  const sorted = values.toSorted(compareRatios);
  const rank = multiplyRatios(ratio(sorted.length - 1), at);
  const below = Number(roundRatio(rank, 'down'));
  const lower = sorted[below];
  if (lower === undefined) throw new RangeError('no values, no quantile');
  const upper = sorted[below + 1] ?? lower;
  return addRatios(lower, multiplyRatios(subtractRatios(rank, ratio(below)), subtractRatios(upper, lower)));
}
