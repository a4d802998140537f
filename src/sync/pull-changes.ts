import { readDeals } from '../hubspot/index.ts';
import { applyingTo } from '../mirror/index.ts';
import { SyncInterrupted, type PortalSync } from './dependencies.ts';
import { forPortal as eventsOf } from './events/store.ts';
import { mirrorRecords, openMirroring } from './mirror-records.ts';
import { forPortal as progressOf } from './progress/store.ts';

const CHANGES_A_PASS = 1_000;

/**
 * Reads the present state of every deal that an event named, whatever the events said and in whatever order they came.
 * A deal that HubSpot does not show any more is forgotten. Answers whose changes were read.
 */
export async function pullChanges(sync: PortalSync): Promise<readonly string[]> {
  const { db, portal, session } = sync;
  const events = eventsOf(db, portal.id);
  const changes = await events.read('deal', CHANGES_A_PASS);
  if (changes.length === 0) return [];
  const mirroring = await openMirroring(sync);
  const read = await readDeals(session, {
    ids: changes.map((change) => change.id),
    properties: mirroring.properties,
  });
  if (!read.ok) throw new SyncInterrupted('reading changed deals', read.failure);
  await mirrorRecords(sync, read.value.records, mirroring);
  await applyingTo(db, portal.id).remove(read.value.missing);
  // A page that was read before a deal was deleted may still bring it back: as long as a pull runs, what is gone stays noted.
  const isPulling = (await progressOf(db, portal.id).read())?.finishedAt === null;
  const gone = new Set(isPulling ? read.value.missing : []);
  const settled = changes.filter(({ id }) => !gone.has(id));
  await events.clear(settled);
  return settled.map(({ id }) => id);
}
