// Generated from extensions/src/app/cards/coaching/writing/use-writing.ts by `npm run generate`: edit it there.
import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { NoteContent } from '../../contract/index.ts';
import type { Answer } from '../../shared/ask-service.ts';
import { advanceDraft } from './advance-draft.ts';
import {
  beginDraft,
  nextSave,
  type Draft,
  type DraftStart,
  type Save,
  type Saved,
  type Stored,
  type Wish,
} from './draft.ts';
import { saveRest } from './save-rest.ts';
import { useOtherVersion } from './use-other-version.ts';

/** A draft and what its author can do with it: of a note, unless said otherwise. */
export interface Writing<Content = NoteContent, Answered extends Saved = Saved> {
  readonly draft: Draft<Content, Answered>;
  readonly open: (start: DraftStart<Content>) => void;
  /** Each key; `isCommitted` when a field was left or a choice was made. */
  readonly type: (content: Content, isCommitted: boolean) => void;
  readonly leave: () => void;
  readonly finish: (wish: Wish) => void;
  readonly tryAgain: () => void;
  readonly keepMine: () => void;
  readonly takeOther: () => void;
  readonly restart: (start: DraftStart<Content>) => void;
}

/** What the author has, beside which another version is looked for. */
export type Mine = Pick<Draft, 'noteId' | 'editVersion'>;

/** How what is written gets to the service and back. Both stay the same from render to render. */
export interface Keeping<Content, Answered extends Saved> {
  readonly save: (save: Save<Content>) => Promise<Answer<Answered>>;
  /** What stands in the service now; null where it is gone or may not be written to any more. */
  readonly readOther: (mine: Mine) => Promise<Answer<Stored<Content> | null>>;
}

/** Keeps what somebody writes: saves it by and by and when the form goes off the screen, waits while the service is away, and asks when versions differ. */
export function useWriting<Content, Answered extends Saved>(
  start: DraftStart<Content>,
  { save, readOther }: Keeping<Content, Answered>,
): Writing<Content, Answered> {
  const [draft, tell] = useReducer(advanceDraft<Content, Answered>, start, beginDraft<Content, Answered>);

  const onItsWay = useRef<Promise<Answer<Answered>> | null>(null);

  useEffect(() => {
    const next = nextSave(draft);
    if (next === null || draft.dueAt === null) return undefined;
    const timer = setTimeout(
      () => {
        tell({ type: 'sending', save: next });
        onItsWay.current = save(next);
        void onItsWay.current.then((answer) => tell({ type: 'answered', answer, at: Date.now() }));
      },
      Math.max(0, draft.dueAt - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [draft, save]);

  const atTheEnd = useRef<() => void>(() => undefined);
  atTheEnd.current = () => void saveRest(draft, onItsWay.current, save);
  useEffect(() => () => atTheEnd.current(), []);

  useOtherVersion({ draft, readOther, tell });

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
    takeOther: useCallback(() => tell({ type: 'tookOther', at: Date.now() }), []),
    restart: useCallback((from) => tell({ type: 'restarted', start: from }), []),
  };
}
