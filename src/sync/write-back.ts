import { updateDeals, type HubSpotFailureCode } from '../hubspot/index.ts';
import { provisionProperties } from '../install/index.ts';
import { dealsOf } from '../mirror/index.ts';
import { SyncInterrupted, type PortalSync } from './dependencies.ts';
import { forPortal as outboxOf } from './outbox/store.ts';

const ROWS_A_CALL = 100;

/** Refusals that the same values would meet again: set aside with HubSpot's own words, so that the rest goes on. */
const forGood: readonly HubSpotFailureCode[] = ['rejected', 'not_found', 'conflict'];

const PROPERTY_GONE = 'PROPERTY_DOESNT_EXIST';

/** Refusals of writing altogether: they switch off this feature, never the reading. */
const notPermitted: readonly HubSpotFailureCode[] = ['forbidden', 'missing_scopes'];

/**
 * Sends what waits in the outbox, a hundred records a call. A row leaves the outbox only when HubSpot has taken exactly
 * its version; being killed in between means that the same values are sent again, which changes nothing.
 */
export async function writeBack(sync: PortalSync): Promise<void> {
  const { db, portal, session, log } = sync;
  const outbox = outboxOf(db, portal.id);
  const deals = dealsOf(db, portal.id);
  let isProvisioned = false;
  for (;;) {
    const rows = await outbox.readWaiting(ROWS_A_CALL);
    if (rows.length === 0) return;
    const before = await deals.readShown(rows.map((row) => row.recordId));
    const outcome = await updateDeals(
      session,
      rows.map((row) => ({ id: row.recordId, properties: row.desired })),
    );
    const rowOf = new Map(rows.map((row) => [row.recordId, row]));
    const taken = outcome.updated.flatMap((id) => rowOf.get(id) ?? []);
    // The mirror knows before the outbox forgets.
    await deals.rememberWritten(
      taken.flatMap(({ recordId: id, desired: values }) => {
        const shown = before.get(id);
        return shown ? [{ id, values, before: shown }] : [];
      }),
    );
    await outbox.clear(taken);
    // Only now that HubSpot shows the values: were the edits settled before, a pass that is killed in between would take
    // what is left of them for drift and hold it back.
    await deals.clearNews(taken.flatMap(({ recordId: id, news }) => (news === null ? [] : [{ id, news }])));
    if (outcome.failed.some(({ failure }) => failure.reason === PROPERTY_GONE) && !isProvisioned) {
      // An admin has deleted a property of ours: made again, the same rows pass.
      isProvisioned = true;
      const made = await provisionProperties(session, sync.manifest, portal.scopes);
      if (made.ok) continue;
    }
    for (const { id, failure } of outcome.failed) {
      const row = rowOf.get(id);
      if (!row) continue;
      if (notPermitted.includes(failure.code)) {
        log.warn({ portalId: portal.id, code: failure.code }, 'HubSpot does not permit writing');
        return;
      }
      if (!forGood.includes(failure.code)) throw new SyncInterrupted('writing back', failure);
      await outbox.park(row, failure.reason ?? failure.category ?? failure.code, failure.message);
    }
  }
}
