import { useCallback, useEffect, useState } from 'react';
import { readTasks } from '../portal.ts';
import type { TaskEntry } from '../portal-types.ts';
import { wordsOf } from '../shell/words-of.ts';
import type { RecordFeed } from './record-feed.ts';

/** A deal's tasks as last read, and again whenever something becomes of one; undefined until they have been read. */
export function useTasks(
  dealId: string,
  feed: RecordFeed,
): { readonly tasks: readonly TaskEntry[] | undefined; readonly message: string | undefined } {
  const [tasks, setTasks] = useState<readonly TaskEntry[]>();
  const [message, setMessage] = useState<string>();
  const read = useCallback(
    () =>
      readTasks(dealId).then(
        (found) => {
          setTasks(found);
          setMessage(undefined);
        },
        (error: unknown) => setMessage(wordsOf(error)),
      ),
    [dealId],
  );
  useEffect(() => {
    void read();
    return feed.watchTasks(() => void read());
  }, [feed, read]);
  return { tasks, message };
}
