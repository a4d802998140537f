import { readDeals, type CrmRecord } from '../../hubspot/index.ts';
import type { MirroredDeal } from '../../mirror/index.ts';
import { SyncInterrupted } from '../dependencies.ts';
import { mirrorDeals, needsSplits, readRecords } from '../mirror-records.ts';
import type { Backfill } from './backfill.ts';

/** As many as one call for splits takes. */
export const heldAtOnce = 100;

/** Mirrors what a page brought. Split deals wait until there are enough of them for a call. */
export async function takeOver(work: Backfill, page: readonly CrmRecord[]): Promise<void> {
  const { sync, store, held, splitSeen } = work;
  const records = work.isThin
    ? await readInFull(
        work,
        page.map(({ id }) => id),
      )
    : page;
  const deals = readRecords(sync, records, work.mirroring);
  const whole = deals.filter((deal) => !needsSplits(sync, deal));
  const split = deals.filter(
    (deal) => needsSplits(sync, deal) && (splitSeen.get(deal.id) ?? -Infinity) < +deal.modifiedAt,
  );
  await store.hold(split.map(({ id }) => id));
  for (const deal of split) {
    const before = held.get(deal.id);
    if (!before || before.modifiedAt <= deal.modifiedAt) held.set(deal.id, deal);
  }
  await mirrorDeals(sync, whole);
}

/** Mirrors deals that wait for their splits, as many as one call reads. */
export async function mirrorHeld(work: Backfill): Promise<void> {
  const { sync, store, held, splitSeen } = work;
  const taken = [...held].slice(0, heldAtOnce);
  const known = taken.flatMap(([, deal]) => deal ?? []);
  // From an attempt before, of which the ids are left.
  const lost = taken.filter(([, deal]) => deal === null).map(([id]) => id);
  const found = lost.length === 0 ? [] : readRecords(sync, await readInFull(work, lost), work.mirroring);
  const deals: MirroredDeal[] = [...known, ...found];
  await mirrorDeals(sync, deals);
  const settled = taken.filter(([id, deal]) => held.get(id) === deal).map(([id]) => id);
  await store.release(settled);
  for (const id of settled) held.delete(id);
  for (const deal of deals) splitSeen.set(deal.id, +deal.modifiedAt);
}

async function readInFull(
  { sync, mirroring }: Backfill,
  ids: readonly string[],
): Promise<readonly CrmRecord[]> {
  const read = await readDeals(sync.session, { ids, properties: mirroring.properties });
  if (!read.ok) throw new SyncInterrupted('reading deals', read.failure);
  return read.value.records;
}
