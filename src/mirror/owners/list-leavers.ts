import type { CreditedDeal } from '../deals/credited-deal.ts';
import type { FormerOwner } from './store.ts';
import type { StoredDeal } from '../stored/compare-to-stored.ts';

/** Whoever had the deal or shared in it as it was stored, and does no more. */
export function listLeavers({ row, splits }: StoredDeal, now: CreditedDeal): FormerOwner[] {
  const before = new Set(splits.map((split) => split.owner_id));
  if (row.owner_id !== null) before.add(row.owner_id);
  const present = new Set([now.deal.ownerId, ...now.splits.map(({ ownerId }) => ownerId)]);
  return [...before].flatMap((ownerId) => (present.has(ownerId) ? [] : [{ dealId: row.id, ownerId }]));
}
