import type { Clock } from '../../../kernel/clock.ts';
import type { PortalState } from '../state/portal-state.ts';
import type { ChangeFeed } from './change-feed.ts';
import type { ObjectType } from './object-types.ts';
import type { StoredRecord } from './stored-record.ts';

export interface SearchIndex {
  /** The records of a type as search sees them: as they were `lag` milliseconds ago, archived ones left out. */
  records(type: ObjectType): readonly StoredRecord[];
}

/**
 * HubSpot's search lags behind its records. A record that has just changed is shown as it was before the first change
 * that is not yet `lagMilliseconds` old; after a restart everything counts as indexed.
 */
export function openSearchIndex({
  state,
  changes,
  clock,
  lagMilliseconds,
}: {
  state: PortalState;
  changes: ChangeFeed;
  clock: Clock;
  lagMilliseconds: number;
}): SearchIndex {
  const unseen: { at: number; type: ObjectType; id: string; before: StoredRecord | null }[] = [];
  if (lagMilliseconds > 0) {
    changes.subscribe(({ type, before, record }) =>
      unseen.push({ at: clock.now().getTime(), type, id: record.id, before }),
    );
  }
  return {
    records(type) {
      const indexedUpTo = clock.now().getTime() - lagMilliseconds;
      while (unseen[0] && unseen[0].at <= indexedUpTo) unseen.shift();
      const earlier = new Map<string, StoredRecord | null>();
      for (const change of unseen) {
        if (change.type === type && !earlier.has(change.id)) earlier.set(change.id, change.before);
      }
      const seen = [];
      for (const record of state.records(type).values()) {
        const shown = earlier.has(record.id) ? earlier.get(record.id) : record;
        if (shown && shown.archivedAt === null) seen.push(shown);
      }
      return seen;
    },
  };
}
