import type { Portal } from '../portal.ts';
import { associate, dissociate } from './associate.ts';
import { calculateRecord } from './calculate-record.ts';
import { dealFacts } from './deal-facts.ts';
import { instantText } from './instant-text.ts';
import { dealType, objectTypes, type ObjectType } from './object-types.ts';
import { associationType } from './association-types.ts';
import { reviseRecord } from './revise-record.ts';
import { currentValue, type ChangeSource, type StoredRecord } from './stored-record.ts';
import { changedValues } from './write-record.ts';

/**
 * Merges one record into another. The primary record keeps its values and takes over those that it lacks; the ids of both
 * answer with what is left, which is the primary record, or with `newRecord` a third one, as HubSpot makes of two deals.
 */
export function mergeRecords(
  portal: Portal,
  {
    type,
    primary,
    merged,
    newRecord = false,
    source,
  }: {
    type: ObjectType;
    primary: StoredRecord;
    merged: StoredRecord;
    newRecord?: boolean;
    source: ChangeSource;
  },
): StoredRecord {
  const { state } = portal;
  const at = instantText(portal.businessClock.now());
  const id = newRecord ? state.nextId() : primary.id;
  const missing = Object.keys(merged.history).filter((name) => currentValue(primary, name) === null);
  const values = Object.fromEntries(missing.map((name) => [name, currentValue(merged, name) ?? '']));
  const mergedIds = [
    ...new Set([
      ...mergedBefore(primary),
      ...mergedBefore(merged),
      merged.id,
      ...(newRecord ? [primary.id] : []),
    ]),
  ];
  const before = {
    ...primary,
    id,
    calculated: { ...primary.calculated, hs_merged_object_ids: mergedIds.join(';') },
  };
  const revised = reviseRecord({ record: before, values, source, at });
  const record = calculateRecord({ type, record: revised, before, at, facts: dealFacts(state) });
  state.records(type).put(id, record);
  absorb(portal, { type, record: merged, into: record, source, at });
  if (newRecord) absorb(portal, { type, record: primary, into: record, source, at });
  portal.changes.publish({
    kind: 'merged',
    type,
    before: newRecord ? null : primary,
    record,
    values: changedValues(primary, record),
    source,
    at,
    merge: { primaryId: primary.id, mergedIds: [merged.id], moved: missing.length },
  });
  return record;
}

/** The record that answers to an id that a merge has absorbed. */
export function survivorOf(portal: Pick<Portal, 'state'>, type: ObjectType, id: string): string {
  const next = portal.state.mergedInto(type).get(id);
  return next === undefined ? id : survivorOf(portal, type, next);
}

function mergedBefore(record: StoredRecord): readonly string[] {
  return (record.calculated['hs_merged_object_ids'] ?? '').split(';').filter(Boolean);
}

function absorb(
  portal: Portal,
  {
    type,
    record,
    into,
    source,
    at,
  }: { type: ObjectType; record: StoredRecord; into: StoredRecord; source: ChangeSource; at: string },
): void {
  const { state } = portal;
  moveAssociations(portal, { type, fromId: record.id, intoId: into.id, source });
  if (type === dealType) {
    const splits = state.splits.get(record.id);
    if (splits && !state.splits.get(into.id)) state.splits.put(into.id, splits);
    state.splits.remove(record.id);
  }
  state.records(type).remove(record.id);
  state.mergedInto(type).put(record.id, into.id);
  const gone = { ...record, archivedAt: at };
  portal.changes.publish({ kind: 'absorbed', type, before: record, record: gone, values: {}, source, at });
}

function moveAssociations(
  portal: Portal,
  {
    type,
    fromId,
    intoId,
    source,
  }: { type: ObjectType; fromId: string; intoId: string; source: ChangeSource },
): void {
  for (const to of objectTypes) {
    const taken = portal.state.associations.links(type, intoId, to).length > 0;
    for (const { toId, typeIds } of portal.state.associations.links(type, fromId, to)) {
      dissociate(portal, { from: type, fromId, to, toId, source });
      if (toId === intoId) continue;
      // The survivor keeps its own primary company.
      const types = typeIds
        .flatMap((typeId) => associationType(typeId) ?? [])
        .filter(({ primary }) => !primary || !taken);
      associate(portal, { from: type, fromId: intoId, to, toId, types, source });
    }
  }
}
