import { followRecord } from '../portal.ts';
import type { PropertyValues, RecordKey } from '../portal-types.ts';

type Receiver = (changed: PropertyValues) => void;

/** One record's changes, shared by the page and every card on it over a single event stream. */
export interface RecordFeed {
  /** Hears of changes to `names`, and of those only; the returned function stops it. */
  watch(names: readonly string[] | '*', receive: Receiver): () => void;
  /** Hears that something became of the record's tasks; the returned function stops it. */
  watchTasks(receive: () => void): () => void;
  close(): void;
}

export function openRecordFeed(key: RecordKey): RecordFeed {
  const watchers = new Set<{ names: readonly string[] | '*'; receive: Receiver }>();
  const taskWatchers = new Set<() => void>();
  const tell = (changed: PropertyValues) => {
    for (const { names, receive } of [...watchers]) {
      const heard = names === '*' ? changed : pick(changed, names);
      if (Object.keys(heard).length > 0) receive(heard);
    }
  };
  const stop = followRecord(key, tell, () => {
    for (const receive of [...taskWatchers]) receive();
  });
  return {
    watch(names, receive) {
      const watcher = { names, receive };
      watchers.add(watcher);
      return () => void watchers.delete(watcher);
    },
    watchTasks(receive) {
      taskWatchers.add(receive);
      return () => void taskWatchers.delete(receive);
    },
    close: stop,
  };
}

const pick = (values: PropertyValues, names: readonly string[]): PropertyValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => names.includes(name)));
