import { batchSize, chunk, updateDeals, type HubSpotFailureCode } from '../hubspot/index.ts';
import { featureNames, forPortal as installOf, keepProperties, openFeatures } from '../install/index.ts';
import { dealsOf } from '../mirror/index.ts';
import { SyncInterrupted, type PortalSync } from './dependencies.ts';
import { forPortal as eventsOf } from './events/store.ts';
import { forPortal as outboxOf, type OutboxRow } from './outbox/store.ts';
import { forPortal as reconciliationOf } from './reconcile/store.ts';
import { forPortal as writtenOf } from './written/store.ts';

/** HubSpot answers after some tenths of a second; four under way come near to what it allows. */
const CALLS_AT_ONCE = 4;

/** Refusals that the same values would meet again: set aside with HubSpot's own words, so that the rest goes on. */
const forGood: readonly HubSpotFailureCode[] = ['rejected', 'not_found', 'conflict'];

const PROPERTY_GONE = 'PROPERTY_DOESNT_EXIST';

/** Refusals of writing altogether: they switch off this feature, never the reading. */
const notPermitted: readonly HubSpotFailureCode[] = ['forbidden', 'missing_scopes'];

export interface WriteBackOrder {
  /** What somebody edited goes out before what only follows from it. */
  readonly edited: readonly string[];
  /** More is being planned: a call that it could still fill waits, unless it carries an edited deal. */
  readonly isMoreComing: boolean;
  /** Whether something was said of a record that has to be read before any more is sent. */
  readonly hasNews: () => Promise<boolean>;
}

/**
 * Sends what waits in the outbox, a hundred records a call and some calls at once, until it is empty, ops pause it, or
 * something new has to be looked at first. A row leaves the outbox only when HubSpot has taken exactly its version; being
 * killed in between means that the same values are sent again, which changes nothing.
 */
export async function writeBack(sync: PortalSync, order: WriteBackOrder): Promise<void> {
  const { db, portal, session, log } = sync;
  const outbox = outboxOf(db, portal.id);
  const deals = dealsOf(db, portal.id);
  const features = await openFeatures(sync, portal);
  const edited = new Set(order.edited);
  let isProvisioned = false;
  do {
    const waiting = await outbox.readWaiting(batchSize * CALLS_AT_ONCE, order.edited);
    const calls = chunk(waiting).filter(
      (rows) =>
        rows.length === batchSize || !order.isMoreComing || rows.some(({ recordId }) => edited.has(recordId)),
    );
    const rows = calls.flat();
    if (rows.length === 0) return;
    const before = await deals.readShown(rows.map((row) => row.recordId));
    // The last look before the calls: what ops just stopped is not sent any more.
    if (!(await mayStillWrite(sync))) return;
    const outcomes = await Promise.all(
      calls.map((call) =>
        updateDeals(
          session,
          call.map((row) => ({ id: row.recordId, properties: row.desired })),
        ),
      ),
    );
    const outcome = {
      updated: outcomes.flatMap(({ updated }) => updated),
      failed: outcomes.flatMap(({ failed }) => failed),
    };
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
    if (taken.length > 0) await features.noteWorking(featureNames.writing);
    // Only now that HubSpot shows the values: were the edits settled before, a pass that is killed in between would take
    // what is left of them for drift and hold it back.
    await deals.clearNews(taken.flatMap(({ recordId: id, news }) => (news === null ? [] : [{ id, news }])));
    await writtenOf(db, portal.id).count(countByProperty(taken), sync.clock.now());
    if (outcome.failed.some(({ failure }) => failure.reason === PROPERTY_GONE) && !isProvisioned) {
      // An admin has deleted a property of ours: made again, the same rows pass.
      isProvisioned = true;
      if (await makePropertiesAgain(sync)) continue;
    }
    for (const { id, failure } of outcome.failed) {
      const row = rowOf.get(id);
      if (!row) continue;
      if (notPermitted.includes(failure.code)) {
        await features.noteRefusal(featureNames.writing, failure);
        log.warn({ portalId: portal.id, code: failure.code }, 'HubSpot does not permit writing');
        return;
      }
      if (!forGood.includes(failure.code)) throw new SyncInterrupted('writing back', failure);
      await outbox.park(row, failure.reason ?? failure.category ?? failure.code, failure.message);
      // Nobody told us that it is gone; the next pass looks.
      if (failure.code !== 'not_found') continue;
      await eventsOf(db, portal.id).note([{ type: 'deal', id }]);
    }
  } while (!(await order.hasNews()));
}

async function mayStillWrite({ db, portal }: PortalSync): Promise<boolean> {
  const current = await installOf(db, portal.id).read();
  return current !== null && current.connected && current.mayWriteBack;
}

/** A property that comes back shows its old values again, on deals that nobody touches too: all are compared soon. */
async function makePropertiesAgain(sync: PortalSync): Promise<boolean> {
  const { db, session, manifest, clock } = sync;
  const portal = await installOf(db, sync.portal.id).read();
  if (portal === null) return false;
  const kept = await keepProperties({ db, session, manifest, portal, at: clock.now() });
  if (!kept.ok || kept.value.made.length === 0) return false;
  await reconciliationOf(db, portal.id).ask(clock.now());
  return true;
}

function countByProperty(rows: readonly OutboxRow[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of rows.flatMap(({ desired }) => Object.keys(desired))) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}
