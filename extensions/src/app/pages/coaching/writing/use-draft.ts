// Generated from extensions/src/app/cards/coaching/writing/use-draft.ts by `npm run generate`: edit it there.
import { useCallback, useEffect, useReducer, useRef } from 'react';
import { savedNote, type NoteContent, type SavedNote } from '../../contract/index.ts';
import type { Answer } from '../../shared/ask-service.ts';
import { useChange } from '../../shared/use-change.ts';
import { useCard } from '../card-context.ts';
import { advanceDraft } from './advance-draft.ts';
import { beginDraft, nextSave, type Draft, type DraftStart, type Save } from './draft.ts';
import { saveRest } from './save-rest.ts';
import { useOtherVersion } from './use-other-version.ts';

/** A draft and what its author can do with it. */
export interface Writing {
  readonly draft: Draft;
  readonly open: (start: DraftStart) => void;
  /** Each key; `isCommitted` when a field was left or a choice was made. */
  readonly type: (content: NoteContent, isCommitted: boolean) => void;
  readonly leave: () => void;
  readonly finish: (wish: 'private' | 'shared') => void;
  readonly tryAgain: () => void;
  readonly keepMine: () => void;
  readonly takeOther: () => void;
  readonly restart: (start: DraftStart) => void;
}

/** Keeps what somebody writes: saves it by and by and when the form goes off the screen, waits while the service is away, and asks when versions differ. */
export function useDraft(start: DraftStart, ownerId: string): Writing {
  const { reach, record } = useCard();
  const [draft, tell] = useReducer(advanceDraft, start, beginDraft);
  const { send } = useChange(reach);
  const { recordType, recordId } = record;

  const submit = useCallback(
    ({ noteId, version, seenPromises, content, state }: Save) =>
      send({
        path: '/cards/coaching/note',
        input: { recordType, recordId, ownerId, noteId, version, seenPromises, content, state },
        answer: savedNote,
      }),
    [send, recordType, recordId, ownerId],
  );
  const onItsWay = useRef<Promise<Answer<SavedNote>> | null>(null);

  useEffect(() => {
    const save = nextSave(draft);
    if (save === null || draft.dueAt === null) return undefined;
    const timer = setTimeout(
      () => {
        tell({ type: 'sending', save });
        onItsWay.current = submit(save);
        void onItsWay.current.then((answer) => tell({ type: 'answered', answer, at: Date.now() }));
      },
      Math.max(0, draft.dueAt - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [draft, submit]);

  const atTheEnd = useRef<() => void>(() => undefined);
  atTheEnd.current = () => void saveRest(draft, onItsWay.current, submit);
  useEffect(() => () => atTheEnd.current(), []);

  useOtherVersion({ draft, ownerId, tell });

  return {
    draft,
    open: useCallback((from) => tell({ type: 'opened', start: from }), []),
    type: useCallback(
      (content, isCommitted) => tell({ type: 'typed', content, isCommitted, at: Date.now() }),
      [],
    ),
    leave: useCallback(() => tell({ type: 'left', at: Date.now() }), []),
    finish: useCallback((wish) => tell({ type: 'asked', wish, at: Date.now() }), []),
    tryAgain: useCallback(() => tell({ type: 'insisted', at: Date.now() }), []),
    keepMine: useCallback(() => tell({ type: 'keptMine', at: Date.now() }), []),
    takeOther: useCallback(() => tell({ type: 'tookOther' }), []),
    restart: useCallback((from) => tell({ type: 'restarted', start: from }), []),
  };
}
