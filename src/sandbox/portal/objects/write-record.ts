import type { Portal } from '../portal.ts';
import { calculateRecord } from './calculate-record.ts';
import { dealFacts } from './deal-facts.ts';
import { instantText } from './instant-text.ts';
import type { ObjectType } from './object-types.ts';
import { blankRecord, reviseRecord } from './revise-record.ts';
import { currentValue, type ChangeSource, type StoredRecord } from './stored-record.ts';

interface Write {
  readonly type: ObjectType;
  /** Checked values; see `checkValues`. */
  readonly values: Readonly<Record<string, string>>;
  readonly source: ChangeSource;
}

export function createRecord(portal: Portal, { type, values, source }: Write): StoredRecord {
  const at = instantText(portal.businessClock.now());
  const blank = blankRecord(portal.state.nextId(), at);
  return keep(portal, {
    type,
    before: null,
    revised: reviseRecord({ record: blank, values, source, at }),
    source,
  });
}

export function updateRecord(
  portal: Portal,
  { type, values, source, record }: Write & { record: StoredRecord },
): StoredRecord {
  const at = instantText(portal.businessClock.now());
  return keep(portal, {
    type,
    before: record,
    revised: reviseRecord({ record, values, source, at }),
    source,
  });
}

export function archiveRecord(
  portal: Portal,
  { type, source, record }: { type: ObjectType; source: ChangeSource; record: StoredRecord },
): void {
  const archived = { ...record, archivedAt: instantText(portal.businessClock.now()) };
  portal.state.records(type).put(record.id, archived);
  portal.changes.publish({ kind: 'archived', type, before: record, record: archived, values: {}, source });
}

function keep(
  portal: Portal,
  change: { type: ObjectType; before: StoredRecord | null; revised: StoredRecord; source: ChangeSource },
): StoredRecord {
  const { type, before, revised, source } = change;
  const facts = dealFacts(portal.state);
  const record = calculateRecord({ type, record: revised, before, at: revised.updatedAt, facts });
  portal.state.records(type).put(record.id, record);
  const kind = before ? 'changed' : 'created';
  portal.changes.publish({ kind, type, before, record, values: changedValues(before, record), source });
  return record;
}

function changedValues(before: StoredRecord | null, record: StoredRecord): Record<string, string | null> {
  const changed: Record<string, string | null> = {};
  for (const name of new Set([...Object.keys(record.history), ...Object.keys(record.calculated)])) {
    const value = currentValue(record, name);
    if (value !== (before && currentValue(before, name))) changed[name] = value;
  }
  return changed;
}
