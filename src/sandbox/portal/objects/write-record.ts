import type { Portal } from '../portal.ts';
import type { RecordChange } from './change-feed.ts';
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
    kind: 'created',
    type,
    before: null,
    revised: reviseRecord({ record: blank, values, source, at }),
    source,
  });
}

export function updateRecord(
  portal: Portal,
  {
    type,
    values,
    source,
    record,
    kind = 'changed',
  }: Write & { record: StoredRecord; kind?: 'changed' | 'restored' },
): StoredRecord {
  const at = instantText(portal.businessClock.now());
  return keep(portal, {
    kind,
    type,
    before: record,
    revised: reviseRecord({ record: { ...record, archivedAt: null }, values, source, at }),
    source,
  });
}

export function archiveRecord(
  portal: Portal,
  { type, source, record }: { type: ObjectType; source: ChangeSource; record: StoredRecord },
): void {
  const at = instantText(portal.businessClock.now());
  const archived = { ...record, archivedAt: at };
  portal.state.records(type).put(record.id, archived);
  portal.changes.publish({
    kind: 'archived',
    type,
    before: record,
    record: archived,
    values: {},
    source,
    at,
  });
}

function keep(
  portal: Portal,
  change: {
    kind: RecordChange['kind'];
    type: ObjectType;
    before: StoredRecord | null;
    revised: StoredRecord;
    source: ChangeSource;
  },
): StoredRecord {
  const { kind, type, before, revised, source } = change;
  const facts = dealFacts(portal.state);
  const record = calculateRecord({ type, record: revised, before, at: revised.updatedAt, facts });
  portal.state.records(type).put(record.id, record);
  const { updatedAt: at } = record;
  portal.changes.publish({ kind, type, before, record, values: changedValues(before, record), source, at });
  return record;
}

/** The current values that differ from those before, computed ones included; null where one was cleared. */
export function changedValues(
  before: StoredRecord | null,
  record: StoredRecord,
): Record<string, string | null> {
  const changed: Record<string, string | null> = {};
  for (const name of new Set([...Object.keys(record.history), ...Object.keys(record.calculated)])) {
    const value = currentValue(record, name);
    if (value !== (before && currentValue(before, name))) changed[name] = value;
  }
  return changed;
}
