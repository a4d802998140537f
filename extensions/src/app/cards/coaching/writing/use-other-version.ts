import { useEffect, type Dispatch } from 'react';
import { coachingCardView, type CoachingCardView } from '../../contract/index.ts';
import { askService } from '../../shared/ask-service.ts';
import { useCard } from '../card-context.ts';
import type { DraftEvent } from './advance-draft.ts';
import type { Draft, StoredNote } from './draft.ts';

interface OtherVersion {
  draft: Draft;
  ownerId: string;
  tell: Dispatch<DraftEvent>;
}

/** After a clash the card is asked once more, for what the other author has written. */
export function useOtherVersion({ draft, ownerId, tell }: OtherVersion): void {
  const { reach, record } = useCard();
  const { recordType, recordId } = record;
  const { noteId } = draft;
  const isAsked = draft.trouble?.kind === 'clash' && draft.trouble.isUnread;
  useEffect(() => {
    if (!isAsked) return undefined;
    let isNewest = true;
    const query = { recordType, recordId, ...(recordType !== 'deal' && { ownerId }) };
    const question = { path: '/cards/coaching', query, answer: coachingCardView };
    void askService(reach, question).then((answer) => {
      if (!isNewest) return;
      tell(
        answer.ok
          ? { type: 'read', theirs: findOther(answer.view, { noteId, ownerId }) }
          : { type: 'unread' },
      );
    });
    return () => {
      isNewest = false;
    };
    // The service's address is all that counts of `reach`, which may be a new object on every render.
  }, [isAsked, reach.variables?.['API_ORIGIN'], recordType, recordId, ownerId, noteId, tell]);
}

/**
 * The note as it stands in the service, or where none was saved yet what is begun about this rep; null where it is gone or
 * may not be written to any more.
 */
export function findOther(
  { draft, rep, notes }: CoachingCardView,
  { noteId, ownerId }: { noteId: string | null; ownerId: string },
): StoredNote | null {
  const isOwner = rep?.ownerId === ownerId;
  if (draft !== null && (noteId === null ? isOwner : draft.id === noteId)) {
    return { noteId: draft.id, version: draft.version, content: draft.content };
  }
  const note = notes.find(({ id, state, rep: about }) =>
    noteId === null ? state === 'draft' && about.ownerId === ownerId : id === noteId,
  );
  return note === undefined || note.content === null
    ? null
    : { noteId: note.id, version: note.version, content: note.content };
}
