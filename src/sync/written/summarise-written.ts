import type { Kysely } from 'kysely';
import { storedOf } from '../../mirror/index.ts';
import { inTransaction, type Tables } from '../../store/index.ts';
import { forPortal as outboxOf } from '../outbox/store.ts';
import { forPortal, type WrittenProperty } from './store.ts';

/** What Sideline wrote to a portal: each property, on how many deals it stands now, how often and when it was last written. */
export function summariseWritten(db: Kysely<Tables>, portalId: number): Promise<WrittenProperty[]> {
  return forPortal(db, portalId).list();
}

/** The properties were taken out of HubSpot: nothing waits, nothing is shown, nothing counts as written. */
export async function forgetWritten(db: Kysely<Tables>, portalId: number): Promise<void> {
  await inTransaction(db, async (trx) => {
    await outboxOf(trx, portalId).empty();
    await storedOf(trx, portalId).forgetShown();
    await forPortal(trx, portalId).empty();
  });
}
