import { useEffect, type Dispatch } from 'react';
import type { DraftEvent } from './advance-draft.ts';
import type { Draft, Saved } from './draft.ts';
import type { Keeping } from './use-writing.ts';

interface OtherVersion<Content, Answered extends Saved> {
  draft: Draft<Content, Answered>;
  readOther: Keeping<Content, Answered>['readOther'];
  tell: Dispatch<DraftEvent<Content, Answered>>;
}

/** After a clash the service is asked once for what stands there instead. */
export function useOtherVersion<Content, Answered extends Saved>({
  draft,
  readOther,
  tell,
}: OtherVersion<Content, Answered>): void {
  const { noteId, editVersion } = draft;
  const isAsked = draft.trouble?.kind === 'clash' && draft.trouble.isUnread;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isNewest = true;
    void readOther({ noteId, editVersion }).then((answer) => {
      if (isNewest) tell(answer.ok ? { type: 'read', theirs: answer.view } : { type: 'unread' });
    });
    return () => {
      isNewest = false;
    };
  }, [isAsked, readOther, noteId, editVersion, tell]);
}
