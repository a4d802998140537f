import { auditOf } from '../access/index.ts';
import { revokeToken, uninstallApp, type HubSpotFailure, type HubSpotFailureCode } from '../hubspot/index.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { inTransaction } from '../store/index.ts';
import type { Leaving } from './leaving.ts';
import { refreshPurpose } from './seal-tokens.ts';
import { forPortal } from './store.ts';

/** The app is not there any more, which is what was wanted. */
const goneAlready: readonly HubSpotFailureCode[] = ['unauthorized', 'grant_rejected', 'not_found'];

/**
 * Ends the connection at the wish of ops: Sideline is uninstalled from the portal, of which HubSpot tells its admins, the token is
 * made worthless, and the portal counts as disconnected, so that its jobs find no work. What is known of the portal stays
 * until it is erased. Safe to do again; a failure leaves the connection as it is.
 */
export async function disconnectPortal({
  deps,
  portalId,
  session,
  userId,
}: Leaving): Promise<Result<undefined, HubSpotFailure>> {
  const { db, clock } = deps;
  const stored = await forPortal(db, portalId).readTokens();
  if (stored !== null) {
    const uninstalled = await uninstallApp(session);
    if (!uninstalled.ok && !goneAlready.includes(uninstalled.failure.code)) return err(uninstalled.failure);
    // With the app gone a token that HubSpot will not revoke opens nothing either.
    await revokeToken(deps.hubspot.app, deps.sealer.open(stored.refresh, refreshPurpose(portalId)));
  }
  const at = clock.now();
  await inTransaction(db, async (trx) => {
    if (!(await forPortal(trx, portalId).endConnection())) return;
    await auditOf(trx, portalId).add({ at, userId, action: 'disconnect portal', details: {} });
  });
  return ok(undefined);
}
