import { listAllDeals } from '../../hubspot/index.ts';
import { dealsOf } from '../../mirror/index.ts';
import { SyncInterrupted, type PortalSync } from '../dependencies.ts';
import { compareDeals, listUnseen, noteMirrored } from './compare-deals.ts';
import { compareSplits } from './compare-splits.ts';

/**
 * Goes through HubSpot's own list of all deals and compares those that were modified later than the mirror has seen, or
 * all of them where `isDeep`: a property that was made again shows old values of which no date tells. Deals that the mirror
 * has and the list does not are looked at by the next pass. Answers how many differed.
 */
export async function compareEverything(sync: PortalSync, isDeep: boolean): Promise<number> {
  const { db, portal, session } = sync;
  const unlisted = new Set(await dealsOf(db, portal.id).listDealIds());
  let repaired = 0;
  for await (const page of listAllDeals(session, { properties: ['hs_lastmodifieddate'] })) {
    if (!page.ok) throw new SyncInterrupted('listing deals to compare', page.failure);
    const ids = page.value.map(({ id }) => id);
    repaired += await compareDeals(sync, isDeep ? ids : await listUnseen(sync, page.value));
    for (const id of ids) unlisted.delete(id);
  }
  repaired += await noteMirrored(sync, [...unlisted]);
  // A deep look has read the splits of every deal already.
  return isDeep ? repaired : repaired + (await compareSplits(sync));
}
