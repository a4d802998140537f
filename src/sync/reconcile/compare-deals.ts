import { readDeals, type CrmRecord } from '../../hubspot/index.ts';
import { storedOf } from '../../mirror/index.ts';
import { SyncInterrupted, type PortalSync } from '../dependencies.ts';
import { forPortal as eventsOf } from '../events/store.ts';
import { mirrorRecords, openMirroring } from '../mirror-records.ts';

/**
 * Reads these deals and takes over what differs. One that does not come is left to the next pass, which alone forgets
 * deals: it looks once more. Answers how many differed.
 */
export async function compareDeals(sync: PortalSync, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const mirroring = await openMirroring(sync);
  const read = await readDeals(sync.session, { ids, properties: mirroring.properties });
  if (!read.ok) throw new SyncInterrupted('reading deals to compare', read.failure);
  const repaired = await mirrorRecords(sync, read.value.records, mirroring);
  return repaired + (await noteMirrored(sync, read.value.missing));
}

/** Notes those of these deals that the mirror has: a pass has to look what became of them. Answers how many. */
export async function noteMirrored({ db, portal }: PortalSync, ids: readonly string[]): Promise<number> {
  const mirrored = [...(await storedOf(db, portal.id).readSeen(ids)).keys()];
  await eventsOf(db, portal.id).note(mirrored.map((id) => ({ type: 'deal', id })));
  return mirrored.length;
}

/** The found deals that were modified later than the mirror has seen. */
export async function listUnseen({ db, portal }: PortalSync, found: readonly CrmRecord[]): Promise<string[]> {
  const seen = await storedOf(db, portal.id).readSeen(found.map(({ id }) => id));
  return found
    .filter(({ id, properties, updatedAt }) => {
      const modified = Date.parse(properties['hs_lastmodifieddate'] ?? updatedAt);
      return !(modified <= (seen.get(id)?.getTime() ?? -Infinity));
    })
    .map(({ id }) => id);
}
