import { compareRatios, oneRatio, ratioFromDecimal, type Ratio } from '../../kernel/ratio.ts';

interface Split {
  readonly ownerId: string;
  readonly percentage: string;
  readonly track: 'primary' | 'overlay';
}

/** A person's part of a split deal; null when the deal is not split or all theirs. */
export function partialShare(splits: readonly Split[], ownerId: string): Ratio | null {
  const split = splits.find((each) => each.ownerId === ownerId && each.track === 'primary');
  if (!split) return null;
  const share = ratioFromDecimal(split.percentage);
  return compareRatios(share, oneRatio) === 0 ? null : share;
}
