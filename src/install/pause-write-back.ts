import type { Kysely } from 'kysely';
import { auditOf } from '../access/index.ts';
import { inTransaction, type Tables } from '../store/index.ts';
import { forPortal } from './store.ts';

/**
 * Stops writing to a portal's records, or lets it go on; reading goes on either way. A pass that is at work stops before its
 * next call. Letting it go on marks everybody, so that what changed meanwhile is written.
 */
export async function pauseWriteBack(
  db: Kysely<Tables>,
  portalId: number,
  { isPaused, userId, at }: { readonly isPaused: boolean; readonly userId: string | null; readonly at: Date },
): Promise<void> {
  await inTransaction(db, async (trx) => {
    await forPortal(trx, portalId).choose({ mayWriteBack: !isPaused });
    const action = isPaused ? 'pause writing' : 'resume writing';
    await auditOf(trx, portalId).add({ at, userId, action, details: {} });
  });
}
