import type { ObjectType } from './object-types.ts';
import type { ChangeSource, StoredRecord } from './stored-record.ts';

export interface RecordChange {
  /** `absorbed` is what a merge does to the record that goes up in the other, `purged` a deletion for good. */
  readonly kind: 'created' | 'changed' | 'archived' | 'restored' | 'merged' | 'absorbed' | 'purged';
  readonly type: ObjectType;
  readonly before: StoredRecord | null;
  readonly record: StoredRecord;
  /** New values of the properties that changed, computed ones included; null where one was cleared. */
  readonly values: Readonly<Record<string, string | null>>;
  readonly source: ChangeSource;
  /** The business instant. */
  readonly at: string;
  /** Of a merge: whom it left and whom it took up. */
  readonly merge?: {
    readonly primaryId: string;
    readonly mergedIds: readonly string[];
    readonly moved: number;
  };
}

/** Tells its listeners of things as they happen. */
export interface Feed<Happening> {
  publish(happening: Happening): void;
  /** Calls `listener` each time until the returned function is called. */
  subscribe(listener: (happening: Happening) => void): () => void;
}

export function openFeed<Happening>(): Feed<Happening> {
  const listeners = new Set<(happening: Happening) => void>();
  return {
    publish: (happening) => {
      for (const listener of listeners) listener(happening);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
