import type { Clock } from '../../../kernel/clock.ts';
import type { Feed, RecordChange } from './change-feed.ts';
import type { ObjectType } from './object-types.ts';
import type { StoredRecord } from './stored-record.ts';

/** How far search lags, in milliseconds: the same for every change, or between two bounds, so that changes overtake. */
export type SearchLag = number | { readonly least: number; readonly most: number };

export interface SearchIndex {
  /** What search still shows of records that have changed; null for a record that it does not know yet. */
  unseen(type: ObjectType): ReadonlyMap<string, StoredRecord | null>;
  /** Changes from now on are indexed so much later; what is on its way keeps its time. */
  setLag(lag: SearchLag): void;
}

interface Unseen {
  readonly visibleAt: number;
  readonly type: ObjectType;
  readonly id: string;
  readonly before: StoredRecord | null;
}

/**
 * HubSpot's search lags behind its records. A record is shown as it was before its first change that no indexed change has
 * overtaken; after a restart everything counts as indexed.
 */
export function openSearchIndex({
  changes,
  clock,
  lag: firstLag,
  random,
}: {
  changes: Feed<RecordChange>;
  clock: Clock;
  lag: SearchLag;
  random: () => number;
}): SearchIndex {
  let lag = firstLag;
  let waiting: Unseen[] = [];
  changes.subscribe(({ type, before, record }) => {
    const wait = typeof lag === 'number' ? lag : lag.least + random() * (lag.most - lag.least);
    if (wait > 0) waiting.push({ visibleAt: clock.now().getTime() + wait, type, id: record.id, before });
  });
  return {
    unseen(type) {
      const now = clock.now().getTime();
      // Whatever came before an indexed change of the same record is overtaken by it.
      const settled = new Map<string, number>();
      waiting.forEach(({ visibleAt, id }, index) => {
        if (visibleAt <= now) settled.set(id, index);
      });
      if (settled.size > 0) {
        waiting = waiting.filter(({ id }, index) => index > (settled.get(id) ?? -1));
      }
      const shown = new Map<string, StoredRecord | null>();
      for (const change of waiting) {
        if (change.type === type && !shown.has(change.id)) shown.set(change.id, change.before);
      }
      return shown;
    },
    setLag(next) {
      lag = next;
    },
  };
}
