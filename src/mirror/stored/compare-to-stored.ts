import { isDeepStrictEqual } from 'node:util';
import type { Selectable } from 'kysely';
import type { Tables } from '../../store/index.ts';
import type { CreditedDeal } from '../deals/credited-deal.ts';
import type { MirroredDeal } from '../deals/mirrored-deal.ts';
import { fromRow } from '../deals/row.ts';

/** All that the store keeps of one deal. */
export interface StoredDeal {
  readonly row: Selectable<Tables['deal']>;
  readonly splits: readonly Selectable<Tables['deal_split']>[];
  readonly credits: readonly Selectable<Tables['credit']>[];
}

/** What came differs from what is stored in nothing, in what happens on the deal beside its numbers, or in more. */
export type StoredDifference = 'none' | 'activity' | 'numbers';

/**
 * How a deal differs from what is stored of it, the time of its last modification aside: our own write and an edit of
 * something that nobody here reads change that time alone. A call or a meeting changes no number.
 */
export function compareToStored(incoming: CreditedDeal, stored: StoredDeal): StoredDifference {
  if (!hasSameNumbers(incoming, stored)) return 'numbers';
  return isDeepStrictEqual(activityOf(fromRow(stored.row)), activityOf(incoming.deal)) ? 'none' : 'activity';
}

const activityOf = ({ lastActivityAt, nextActivityAt, hasNextStep }: MirroredDeal) => ({
  lastActivityAt,
  nextActivityAt,
  hasNextStep,
});
const besideActivity = (deal: MirroredDeal) => ({
  ...deal,
  // Not kept: a merge is followed when it is read.
  mergedIds: null,
  modifiedAt: null,
  lastActivityAt: null,
  nextActivityAt: null,
  hasNextStep: null,
});

function hasSameNumbers(
  { deal, splits, credits, exclusion }: CreditedDeal,
  { row, splits: storedSplits, credits: storedCredits }: StoredDeal,
): boolean {
  return (
    isDeepStrictEqual(besideActivity(fromRow(row)), besideActivity(deal)) &&
    row.exclusion === (exclusion?.reason ?? null) &&
    row.exclusion_period === (exclusion?.periodKey ?? null) &&
    isSameSet(
      storedSplits.map((split) => [split.owner_id, split.track, split.percentage]),
      splits.map((split) => [split.ownerId, split.track, split.percentage]),
    ) &&
    isSameSet(
      storedCredits.map((each) => [
        each.owner_id,
        each.period_key,
        each.kind,
        each.track,
        each.amount_minor,
        each.at,
      ]),
      credits.map((each) => [
        each.ownerId,
        each.periodKey,
        each.kind,
        each.track,
        each.amount.minor,
        each.at,
      ]),
    )
  );
}

function isSameSet(left: readonly unknown[], right: readonly unknown[]): boolean {
  const texts = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();
  return isDeepStrictEqual(texts(left), texts(right));
}
