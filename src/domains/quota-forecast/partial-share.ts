import { compareRatios, oneRatio, ratio, ratioFromDecimal, type Ratio } from '../../kernel/ratio.ts';

interface Split {
  readonly ownerId: string;
  readonly percentage: string;
  readonly track: 'primary' | 'overlay';
}

/** A person's part of a split deal, nothing where others share it all; null when it is not split or all theirs. */
export function partialShare(splits: readonly Split[], ownerId: string): Ratio | null {
  const primary = splits.filter(({ track }) => track === 'primary');
  if (primary.length === 0) return null;
  const own = primary.find((split) => split.ownerId === ownerId);
  const share = own ? ratioFromDecimal(own.percentage) : ratio(0);
  return compareRatios(share, oneRatio) === 0 ? null : share;
}
