import { auditOf } from '../access/index.ts';
import { archiveProperty, archivePropertyGroup, type HubSpotFailure } from '../hubspot/index.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Leaving } from './leaving.ts';
import { pauseWriteBack } from './pause-write-back.ts';
import { forPortal as choicesOf } from './properties/choices/store.ts';
import { sortProperties } from './properties/sort-properties.ts';
import { forPortal as conflictsOf } from './properties/store.ts';

export interface RemovedProperties {
  readonly removed: readonly string[];
  /** What HubSpot would not delete, mostly because a list, a report or a workflow uses it, with HubSpot's words. */
  readonly kept: readonly { readonly name: string; readonly message: string }[];
}

/**
 * Takes Sideline's properties out of a portal, with the values that they hold. Writing is stopped first, so that no pass makes
 * them again. One that HubSpot keeps is told, and the rest goes on; properties of our name that are somebody else's stay.
 * `forgetValues` clears what waits to be written and what is known of the values. Safe to do again.
 */
export async function removeOurProperties(
  { deps, portalId, session, userId }: Leaving,
  forgetValues: (portalId: number) => Promise<void>,
): Promise<Result<RemovedProperties, HubSpotFailure>> {
  const { db, clock, manifest } = deps;
  const { objectType, group } = manifest.properties;
  const { wanted, unwanted } = sortProperties(manifest, await choicesOf(db, portalId).list());
  await pauseWriteBack(db, portalId, { isPaused: true, userId, at: clock.now() });
  const foreign = new Set((await conflictsOf(db, portalId).list()).map(({ name }) => name));
  const removed: string[] = [];
  const kept: { name: string; message: string }[] = [];
  for (const { name } of [...wanted, ...unwanted]) {
    if (foreign.has(name)) continue;
    const archived = await archiveProperty(session, objectType, name);
    if (archived.ok) removed.push(name);
    else if (archived.failure.code === 'rejected') kept.push({ name, message: archived.failure.message });
    else return err(archived.failure);
  }
  if (kept.length === 0 && foreign.size === 0) {
    const emptied = await archivePropertyGroup(session, objectType, group.name);
    // An admin may have put a property of their own into it.
    if (!emptied.ok && emptied.failure.code !== 'rejected') return err(emptied.failure);
  }
  await forgetValues(portalId);
  await auditOf(db, portalId).add({
    at: clock.now(),
    userId,
    action: 'remove properties',
    details: { removed, kept: kept.map(({ name }) => name) },
  });
  return ok({ removed, kept });
}
