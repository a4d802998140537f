import { listAllDeals } from '../hubspot/index.ts';
import { dealProperties, dealsOf, directoryOf } from '../mirror/index.ts';
import { SyncInterrupted, type PortalSync } from './dependencies.ts';
import { forPortal as eventsOf } from './events/store.ts';
import { mirrorRecords, ownPropertyNames } from './mirror-records.ts';
import { forPortal as progressOf } from './progress/store.ts';

/**
 * Reads every deal of the portal into the mirror, page by page, so that one page at a time is in memory. Deals that the
 * mirror has and no page showed are looked at once more by the next pass: they are gone, or came back meanwhile.
 */
export async function pullDeals(sync: PortalSync): Promise<void> {
  const { db, portal, session } = sync;
  const progress = progressOf(db, portal.id);
  const stages = await directoryOf(db, portal.id).listStages();
  const properties = dealProperties(stages, ownPropertyNames(sync));
  const before = new Set(await dealsOf(db, portal.id).listDealIds());
  let read = 0;
  for await (const page of listAllDeals(session, { properties })) {
    if (!page.ok) throw new SyncInterrupted('reading deals', page.failure);
    await mirrorRecords(sync, page.value, stages);
    for (const record of page.value) before.delete(record.id);
    read += page.value.length;
    await progress.report(read);
  }
  await eventsOf(db, portal.id).note([...before].map((id) => ({ type: 'deal', id })));
}
