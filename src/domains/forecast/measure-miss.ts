import type { Ratio } from '../../kernel/ratio.ts';
import { ratio } from '../../kernel/ratio.ts';

/**
 * By how much a forecast missed: the sum of the absolute misses over the sum of what came (weighted absolute percentage
 * error), so that a small period weighs little. Null where nothing came: no share can be taken of it.
 */
export function measureMiss(
  periods: readonly { readonly stated: number; readonly actual: number }[],
): Ratio | null {
  const came = periods.reduce((sum, { actual }) => sum + actual, 0);
  if (came <= 0) return null;
  return ratio(
    periods.reduce((sum, { stated, actual }) => sum + Math.abs(stated - actual), 0),
    came,
  );
}
