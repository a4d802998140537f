import { useCallback } from 'react';
import { savedDraft, savedNote } from '../../contract/index.ts';
import type { Answer } from '../../shared/ask-service.ts';
import { useChange } from '../../shared/use-change.ts';
import { useCard } from '../card-context.ts';
import { askCard } from './ask-card.ts';
import type { DraftStart, Save, Saved } from './draft.ts';
import { findOther } from './find-other.ts';
import { useWriting, type Mine, type Writing } from './use-writing.ts';

export type { Writing };

/** Keeps a note about somebody while it is written; what is changed in a shared one is kept beside it until that is shared. */
export function useDraft(start: DraftStart, ownerId: string): Writing {
  const { reach, record } = useCard();
  const { send } = useChange(reach);
  const { recordType, recordId } = record;
  const save = useCallback(
    async ({ noteId, version, seen, editVersion, content, state }: Save): Promise<Answer<Saved>> => {
      const shown = { content, seenPromises: seen?.promises ?? [] };
      if (state === 'edit') {
        const input = { noteId, version: editVersion, noteVersion: version, ...shown };
        const saved = await send({ path: '/cards/coaching/note/edit', input, answer: savedDraft });
        return saved.ok ? { ok: true, view: { noteId, state, warnings: [], ...saved.view } } : saved;
      }
      const input = {
        ...{ recordType, recordId, ownerId, noteId, version, state, ...shown },
        ...(editVersion > 0 && { editVersion }),
      };
      return send({ path: '/cards/coaching/note', input, answer: savedNote });
    },
    [send, recordType, recordId, ownerId],
  );
  const readOther = useCallback(
    async (mine: Mine) => {
      const answer = await askCard(reach, { recordType, recordId }, ownerId);
      return answer.ok ? { ok: true as const, view: findOther(answer.view, { ...mine, ownerId }) } : answer;
    },
    // The service's address is all that counts of `reach`, which may be a new object on every render.
    [reach.variables?.['API_ORIGIN'], recordType, recordId, ownerId],
  );
  return useWriting(start, { save, readOther });
}
