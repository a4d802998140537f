import { inBackground } from '../../hubspot/index.ts';
import { keepProperties } from '../../install/index.ts';
import type { PortalSync } from '../dependencies.ts';
import { forPortal as outboxOf } from '../outbox/store.ts';
import { forPortal as progressOf } from '../progress/store.ts';
import { compareTasks } from '../tasks/pull-tasks.ts';
import { chooseDepth } from './choose-depth.ts';
import { compareEverything } from './compare-everything.ts';
import { compareModified } from './compare-modified.ts';
import { forPortal as reconciliationOf } from './store.ts';

/**
 * Compares a portal with its mirror and repairs what webhooks missed: lost, late, doubled or out of order. Also makes
 * deleted properties of ours again and lets what HubSpot refused go out once more. Only reads and marks: a pass over the
 * portal then works on what was found. Killed anywhere, the next check begins where this one began.
 */
export async function reconcilePortal(given: PortalSync): Promise<void> {
  // Whoever has just edited a deal does not wait for this.
  const sync = { ...given, session: inBackground(given.session) };
  const { db, portal, clock, log } = sync;
  if (portal.readyAt === null) return;
  const reconciliation = reconciliationOf(db, portal.id);
  const begun = clock.now();
  const kept = await keepProperties({ ...sync, at: begun });
  if (!kept.ok) log.warn({ portalId: portal.id, code: kept.failure.code }, 'properties could not be checked');
  // A property that was made again comes back with the values that it had when it was deleted.
  else if (kept.value.made.length > 0) await reconciliation.ask(begun);
  const before = await reconciliation.read();
  const pulledAt = (await progressOf(db, portal.id).read())?.startedAt ?? null;
  const depth = chooseDepth(begun, before, pulledAt);
  const repaired =
    depth.kind === 'everything'
      ? await compareEverything(sync, depth.isDeep)
      : await compareModified(sync, depth.since);
  await compareTasks(sync);
  await outboxOf(db, portal.id).retry(null);
  await reconciliation.finish({
    begun,
    at: clock.now(),
    repaired,
    everything: depth.kind === 'everything',
    asked: before?.askedAt ?? null,
  });
  log.info({ portalId: portal.id, depth: depth.kind, repaired }, 'compared with HubSpot');
}
