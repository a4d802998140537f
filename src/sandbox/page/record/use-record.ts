import { useCallback, useEffect, useRef, useState } from 'react';
import { readRecord } from '../portal.ts';
import type { PortalRecord, RecordKey } from '../portal-types.ts';
import { wordsOf } from '../shell/words-of.ts';
import { listChanges, type PropertyChange } from './list-changes.ts';
import { openRecordFeed, type RecordFeed } from './record-feed.ts';

const SETTLE_MS = 120;

/** The record as last read, what changed while the page was open (newest first), and the feed for its cards. */
export interface RecordState {
  readonly record: PortalRecord | undefined;
  readonly message: string | undefined;
  readonly changes: readonly PropertyChange[];
  readonly feed: RecordFeed | undefined;
  readonly refresh: () => Promise<void>;
}

/** Reads the record and reads it again after its feed reported a change; a burst of changes is one reading. */
export function useRecord({ kind, id }: RecordKey): RecordState {
  const [record, setRecord] = useState<PortalRecord>();
  const [message, setMessage] = useState<string>();
  const [changes, setChanges] = useState<readonly PropertyChange[]>([]);
  const [feed, setFeed] = useState<RecordFeed>();
  const shown = useRef<PortalRecord>();
  const refresh = useCallback(async () => {
    try {
      const found = await readRecord({ kind, id });
      const news = shown.current ? listChanges(shown.current, found, new Date()) : [];
      shown.current = found;
      setChanges((known) => [...news, ...known]);
      setRecord(found);
      setMessage(undefined);
    } catch (error) {
      setMessage(wordsOf(error));
    }
  }, [kind, id]);
  useEffect(() => {
    const opened = openRecordFeed({ kind, id });
    let timer: number | undefined;
    opened.watch('*', () => {
      clearTimeout(timer);
      timer = setTimeout(() => void refresh(), SETTLE_MS);
    });
    setFeed(opened);
    void refresh();
    return () => {
      clearTimeout(timer);
      opened.close();
    };
  }, [kind, id, refresh]);
  return { record, message, changes, feed, refresh };
}
