import type { HubSpotFailure } from '../hubspot/index.ts';
import { ok, type Result } from '../kernel/result.ts';
import { disconnectPortal } from './disconnect-portal.ts';
import { forPortal as erasingOf } from './erasing/store.ts';
import type { Leaving } from './leaving.ts';

/**
 * Erases all that Sideline knows of a portal, after ending its connection. What stays is that it was erased and when; the audit
 * log, which names people, goes with the rest. Safe to do again; a failure of HubSpot erases nothing.
 */
export async function erasePortal(leaving: Leaving): Promise<Result<undefined, HubSpotFailure>> {
  const disconnected = await disconnectPortal(leaving);
  if (!disconnected.ok) return disconnected;
  const { db, clock } = leaving.deps;
  await erasingOf(db, leaving.portalId).erase(clock.now(), 'ops');
  return ok(undefined);
}
