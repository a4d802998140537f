import type { ObjectType } from './object-types.ts';
import type { ChangeSource, StoredRecord } from './stored-record.ts';

export interface RecordChange {
  readonly kind: 'created' | 'changed' | 'archived';
  readonly type: ObjectType;
  readonly before: StoredRecord | null;
  readonly record: StoredRecord;
  /** New values of the properties that changed, computed ones included; null where one was cleared. */
  readonly values: Readonly<Record<string, string | null>>;
  readonly source: ChangeSource;
}

export interface ChangeFeed {
  publish(change: RecordChange): void;
  /** Calls `listener` after each change until the returned function is called. */
  subscribe(listener: (change: RecordChange) => void): () => void;
}

export function openChangeFeed(): ChangeFeed {
  const listeners = new Set<(change: RecordChange) => void>();
  return {
    publish: (change) => {
      for (const listener of listeners) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
