import type { Kysely } from 'kysely';
import { auditOf } from '../../access/index.ts';
import { applyingTo } from '../../mirror/index.ts';
import type { Tables } from '../../store/index.ts';

/**
 * Forgets deals that were deleted for privacy: mirrored values, splits, credit, what waits to be written. The audit log says
 * that it was done and to which number, never what it held. HubSpot tells it in any order with the deletion, and more than
 * once; it is recorded once. Whoever notes the ids as changed beside it sees to it that a page read before does not bring
 * one back.
 */
export async function eraseRecords(
  db: Kysely<Tables>,
  portalId: number,
  { ids, at }: { readonly ids: readonly string[]; readonly at: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await applyingTo(db, portalId).remove(ids);
  for (const id of new Set(ids)) {
    const details = { type: 'deal', id };
    await auditOf(db, portalId).addOnce({ at, userId: null, action: 'erase record', details });
  }
}
