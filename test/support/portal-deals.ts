import { dealType } from '../../src/sandbox/portal/objects/object-types.ts';
import type { ChangeSource, StoredRecord } from '../../src/sandbox/portal/objects/stored-record.ts';
import { mergeRecords } from '../../src/sandbox/portal/objects/merge-records.ts';
import { purgeRecord } from '../../src/sandbox/portal/objects/purge-record.ts';
import { restoreRecord } from '../../src/sandbox/portal/objects/restore-record.ts';
import { archiveRecord, updateRecord } from '../../src/sandbox/portal/objects/write-record.ts';
import type { RunningPortal } from '../../src/sandbox/portal/index.ts';
import { people } from './small-company.ts';

const byHand: ChangeSource = {
  sourceType: 'CRM_UI',
  sourceId: `userId:${people.maria.userId}`,
  sourceLabel: 'Maria Ruiz',
  updatedByUserId: people.maria.userId,
};

/** A person edits a deal in HubSpot. */
export function editDeal(portal: RunningPortal, id: string, values: Readonly<Record<string, string>>): void {
  updateRecord(portal, { type: dealType, record: dealOf(portal, id), values, source: byHand });
}

export function deleteDeal(portal: RunningPortal, id: string): void {
  archiveRecord(portal, { type: dealType, record: dealOf(portal, id), source: byHand });
}

/** `newRecord` makes a third deal of the two, as HubSpot does by now. Answers the survivor's id. */
export function mergeDeals(
  portal: RunningPortal,
  { primary, merged, newRecord }: { primary: string; merged: string; newRecord: boolean },
): string {
  const [kept, gone] = [dealOf(portal, primary), dealOf(portal, merged)];
  return mergeRecords(portal, { type: dealType, primary: kept, merged: gone, newRecord, source: byHand }).id;
}

export function restoreDeal(portal: RunningPortal, id: string): void {
  restoreRecord(portal, { type: dealType, record: dealOf(portal, id), source: byHand });
}

/** Somebody asks for privacy: not even the archive knows the deal any more. */
export function purgeDeal(portal: RunningPortal, id: string): void {
  purgeRecord(portal, { type: dealType, record: dealOf(portal, id), source: byHand });
}

/** Somebody edits how a deal is divided, of which HubSpot tells nobody. */
export function shareDeal(portal: RunningPortal, id: string, shares: Readonly<Record<string, string>>): void {
  portal.state.splits.put(
    id,
    Object.entries(shares).map(([ownerId, percentage], index) => ({
      id: `${id}9${index}`,
      ownerId,
      percentage,
      createdAt: '2026-11-01T09:00:00.000Z',
    })),
  );
}

/** The sideline_* values that HubSpot shows on a deal. */
export function shownOn(portal: RunningPortal, id: string): Record<string, string> {
  const { history } = dealOf(portal, id);
  const shown = Object.entries(history).flatMap(([name, [latest]]) =>
    name.startsWith('sideline_') && latest?.value ? [[name, latest.value]] : [],
  );
  return withoutAsOf(Object.fromEntries(shown) as Record<string, string>);
}

/** As-of says only when the other values changed. */
export function withoutAsOf(values: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'sideline_as_of'));
}

/** The same of every deal that shows any. */
export function shownEverywhere(portal: RunningPortal): Record<string, Record<string, string>> {
  const ids = [...portal.state.records(dealType).values()].map(({ id }) => id);
  return Object.fromEntries(
    ids.map((id) => [id, shownOn(portal, id)]).filter(([, shown]) => Object.keys(shown ?? {}).length > 0),
  );
}

/** How often the app has written anything to any deal. */
export function countWrites(portal: RunningPortal): number {
  return [...portal.state.records(dealType).values()].reduce(
    (sum, { history }) => sum + (history['sideline_as_of']?.length ?? 0),
    0,
  );
}

function dealOf(portal: RunningPortal, id: string): StoredRecord {
  const record = portal.state.records(dealType).get(id);
  if (!record) throw new Error(`the portal has no deal ${id}`);
  return record;
}
