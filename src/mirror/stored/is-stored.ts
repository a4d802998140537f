import { isDeepStrictEqual } from 'node:util';
import type { Selectable } from 'kysely';
import type { Tables } from '../../store/index.ts';
import type { CreditedDeal } from '../deals/credited-deal.ts';
import { fromRow } from '../deals/row.ts';

/** All that the store keeps of one deal. */
export interface StoredDeal {
  readonly row: Selectable<Tables['deal']>;
  readonly splits: readonly Selectable<Tables['deal_split']>[];
  readonly credits: readonly Selectable<Tables['credit']>[];
}

/**
 * Whether a deal is stored exactly as it came, the time of its last modification aside: our own write and an edit of
 * something that nobody here reads change that time alone.
 */
export function isStored({ deal, splits, credits, exclusion }: CreditedDeal, stored: StoredDeal): boolean {
  const { row } = stored;
  return (
    isDeepStrictEqual({ ...fromRow(row), modifiedAt: null }, { ...deal, modifiedAt: null }) &&
    row.exclusion === (exclusion?.reason ?? null) &&
    row.exclusion_period === (exclusion?.periodKey ?? null) &&
    isSameSet(
      stored.splits.map((split) => [split.owner_id, split.track, split.percentage]),
      splits.map((split) => [split.ownerId, split.track, split.percentage]),
    ) &&
    isSameSet(
      stored.credits.map((each) => [
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
