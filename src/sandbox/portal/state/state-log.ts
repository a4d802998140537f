import type { AssociationChange } from '../objects/association-change.ts';
import type { Feed, RecordChange } from '../objects/change-feed.ts';
import type { SettingsChange } from '../objects/settings-change.ts';
import { currentValue } from '../objects/stored-record.ts';

/**
 * One change of stored state. A call that changes nothing leaves none, and a value that the portal computes is no change
 * of its own.
 */
export interface StateChange {
  /** Counts from 1 without gaps. */
  readonly seq: number;
  /** The business instant. */
  readonly at: string;
  readonly kind:
    | 'record created'
    | 'value changed'
    | 'record archived'
    | 'record restored'
    | 'record merged'
    | 'record absorbed'
    | 'record purged'
    | 'association added'
    | 'association removed'
    | SettingsChange['kind'];
  /** The type id, such as 0-3. */
  readonly objectType: string;
  readonly objectId: string | null;
  /** The property, group, pipeline, rule or person; of an association the type and id at the other end. */
  readonly name: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** HubSpot's source type and id: INTEGRATION and the app's id, CRM_UI and userId:…. */
  readonly source: { readonly type: string; readonly id: string };
}

export interface StateLog {
  /** What came after the change numbered `seq`, at most `limit` of it. */
  after(seq: number, limit?: number): readonly StateChange[];
  /** How many changes were ever counted; the oldest may be forgotten. */
  readonly count: number;
}

/** Keeps the last `remembered` changes in memory; those before a restart are gone. */
export function openStateLog({
  changes,
  associationChanges,
  settingsChanges,
  remembered,
}: {
  changes: Feed<RecordChange>;
  associationChanges: Feed<AssociationChange>;
  settingsChanges: Feed<SettingsChange>;
  remembered: number;
}): StateLog {
  let kept: StateChange[] = [];
  let count = 0;
  const add = (change: Omit<StateChange, 'seq'>) => {
    count += 1;
    kept.push({ seq: count, ...change });
    if (kept.length > 2 * remembered) kept = kept.slice(-remembered);
  };

  changes.subscribe((change) => {
    const { kind, type, before, record, at, source, merge } = change;
    const whence = { type: source.sourceType, id: source.sourceId };
    const about = { at, objectType: type.typeId, objectId: record.id, source: whence };
    if (kind !== 'changed') {
      const after = kind === 'merged' ? (merge?.mergedIds ?? null) : null;
      add({ ...about, kind: `record ${kind}`, name: null, before: null, after });
    }
    for (const name of writtenNames(change)) {
      const [was, is] = [before && currentValue(before, name), currentValue(record, name)];
      add({ ...about, kind: 'value changed', name, before: was, after: is });
    }
  });
  associationChanges.subscribe(({ from, fromId, to, toId, removed, at, source }) =>
    add({
      at,
      kind: removed ? 'association removed' : 'association added',
      objectType: from.typeId,
      objectId: fromId,
      name: `${to.typeId} ${toId}`,
      before: null,
      after: null,
      source: { type: source.sourceType, id: source.sourceId },
    }),
  );
  settingsChanges.subscribe(({ kind, type, name, before, after, at, source }) =>
    add({
      at,
      kind,
      objectType: type.typeId,
      objectId: kind === 'splits changed' ? name : null,
      name: kind === 'splits changed' ? null : name,
      before,
      after,
      source: { type: source.sourceType, id: source.sourceId },
    }),
  );

  return {
    after(seq, limit = Infinity) {
      const first = kept[0]?.seq ?? 1;
      const start = Math.max(0, seq + 1 - first);
      return kept.slice(start, limit === Infinity ? undefined : start + limit);
    },
    get count() {
      return count;
    },
  };
}

/** The properties that somebody wrote, in the order of their names: values that follow from them are left out. */
function writtenNames({ values, record }: RecordChange): readonly string[] {
  return Object.keys(values)
    .filter((name) => record.history[name] !== undefined)
    .sort();
}
