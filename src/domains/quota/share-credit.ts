import type { OwnerId } from '../../kernel/ids.ts';
import { allocate, multiplyByRatio } from '../../kernel/money.ts';
import type { Money } from '../../kernel/money.ts';
import { ratioFromDecimal } from '../../kernel/ratio.ts';
import type { CreditTrack, DealSplit, DealState } from './types.ts';

export interface CreditShare {
  readonly ownerId: OwnerId;
  readonly track: CreditTrack;
  readonly amount: Money;
}

/**
 * Who has which part of an amount. Primary parts sum to the amount exactly; without primary splits the owner has all
 * of it, and without an owner nobody. Overlay parts are on top: percentage times amount, half away from zero.
 */
export function shareCredit(
  amount: Money,
  { ownerId, splits }: Pick<DealState, 'ownerId' | 'splits'>,
): CreditShare[] {
  // In one order whatever order the splits are read in, because the odd cent goes to the first among equals.
  const ordered = splits.toSorted((left, right) => (orderOf(left) < orderOf(right) ? -1 : 1));
  const primary = ordered.filter(({ kind }) => kind === 'primary');
  const overlay = ordered.filter(({ kind }) => kind === 'overlay');
  return [
    ...(primary.length > 0 ? sharePrimary(amount, primary) : wholeOf(amount, ownerId)),
    ...overlay.map((split) => ({
      ownerId: split.ownerId,
      track: split.kind,
      amount: multiplyByRatio(amount, ratioFromDecimal(split.percentage), 'halfAwayFromZero'),
    })),
  ];
}

function sharePrimary(whole: Money, splits: readonly DealSplit[]): CreditShare[] {
  return allocate(whole, splits, ({ percentage }) => ratioFromDecimal(percentage)).map(
    ({ recipient: { ownerId, kind }, amount }) => ({ ownerId, track: kind, amount }),
  );
}

function wholeOf(amount: Money, ownerId: OwnerId | null): CreditShare[] {
  return ownerId === null ? [] : [{ ownerId, track: 'primary', amount }];
}

function orderOf({ ownerId, percentage }: DealSplit): string {
  return `${ownerId} ${percentage}`;
}
