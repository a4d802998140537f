// Generated from extensions/src/app/cards/coaching/writing/use-draft.ts by `npm run generate`: edit it there.
import { useCallback } from 'react';
import { savedNote, type CoachingCardView } from '../../contract/index.ts';
import { useChange } from '../../shared/use-change.ts';
import { useCard } from '../card-context.ts';
import { askCard } from './ask-card.ts';
import type { DraftStart, Save, Stored } from './draft.ts';
import { useWriting, type Writing } from './use-writing.ts';

export type { Writing };

/** Keeps a note about somebody while it is written. */
export function useDraft(start: DraftStart, ownerId: string): Writing {
  const { reach, record } = useCard();
  const { send } = useChange(reach);
  const { recordType, recordId } = record;
  const save = useCallback(
    ({ noteId, version, seen, content, state }: Save) =>
      send({
        path: '/cards/coaching/note',
        input: {
          ...{ recordType, recordId, ownerId, noteId, version, content, state },
          seenPromises: seen?.promises ?? [],
        },
        answer: savedNote,
      }),
    [send, recordType, recordId, ownerId],
  );
  const readOther = useCallback(
    async (noteId: string | null) => {
      const answer = await askCard(reach, { recordType, recordId }, ownerId);
      return answer.ok ? { ok: true as const, view: findOther(answer.view, { noteId, ownerId }) } : answer;
    },
    // The service's address is all that counts of `reach`, which may be a new object on every render.
    [reach.variables?.['API_ORIGIN'], recordType, recordId, ownerId],
  );
  return useWriting(start, { save, readOther });
}

/**
 * The note as it stands in the service, or where none was saved yet what is begun about this rep; null where it is gone or
 * may not be written to any more.
 */
export function findOther(
  { draft, rep, notes }: CoachingCardView,
  { noteId, ownerId }: { noteId: string | null; ownerId: string },
): Stored | null {
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
