import { listAllDeals, searchModifiedDeals } from '../../hubspot/index.ts';
import { listMerged, mergedProperty } from '../../mirror/index.ts';
import { SyncInterrupted, type PortalSync } from '../dependencies.ts';
import { compareDeals, listUnseen, noteMirrored } from './compare-deals.ts';
import { compareEverything } from './compare-everything.ts';
import { compareSplits } from './compare-splits.ts';

/**
 * Compares what may have changed since an instant: deals modified then or later, deals that went into one of these by a
 * merge, deals in the archive, and deals whose credit is divided. Answers how many differed.
 *
 * The search only says which deals to look at, because its index lags. What was modified no later than the mirror has
 * seen is passed over; our own writes are read once, differ in nothing, and touch nobody. They cannot be passed over
 * unread: the same date may hide an edit that came just before.
 */
export async function compareModified(sync: PortalSync, since: Date): Promise<number> {
  let repaired = 0;
  for await (const page of searchModifiedDeals(sync.session, {
    modifiedSince: since.getTime(),
    properties: [mergedProperty],
  })) {
    if (!page.ok) {
      if (page.failure.code === 'too_many_results') return repaired + (await compareEverything(sync, false));
      throw new SyncInterrupted('searching modified deals', page.failure);
    }
    repaired += await compareDeals(sync, await listUnseen(sync, page.value));
    repaired += await noteMirrored(sync, page.value.flatMap(listMerged));
  }
  return repaired + (await compareArchived(sync)) + (await compareSplits(sync));
}

async function compareArchived(sync: PortalSync): Promise<number> {
  let repaired = 0;
  for await (const page of listAllDeals(sync.session, { properties: [], archived: true })) {
    if (!page.ok) throw new SyncInterrupted('listing archived deals', page.failure);
    const ids = page.value.map(({ id }) => id);
    repaired += await noteMirrored(sync, ids);
  }
  return repaired;
}
