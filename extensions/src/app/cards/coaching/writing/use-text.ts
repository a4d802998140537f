import { useCallback } from 'react';
import { done, savedDraft, type BegunText, type DraftPlace } from '../../contract/index.ts';
import type { Answer } from '../../shared/ask-service.ts';
import { useChange } from '../../shared/use-change.ts';
import { useCard, useHold } from '../card-context.ts';
import { askCard } from './ask-card.ts';
import { isUnsettled, type DraftStart, type Save, type Saved, type Stored } from './draft.ts';
import { useWriting, type Writing } from './use-writing.ts';

/** The service's word for a text that is kept as a draft, or sent. */
export interface SavedText extends Saved {
  /** What the author is told once it is sent. */
  readonly message: string;
}

export type TextWriting = Writing<string, SavedText>;

/** A box in which nothing is written. */
export const blankText: DraftStart<string> = {
  note: { noteId: null, version: 0, content: '' },
  savedAs: 'draft',
  savedLabel: null,
};

/** Keeps one text while it is written, and sends it when its author says so: a line, or what is added to a note. */
export function useText(place: DraftPlace, path: string): TextWriting {
  const { reach, record, ownerId, drafts } = useCard();
  const { send } = useChange(reach);
  const { kind, ...beside } = place;
  const id = place.kind === 'line' ? place.recordId : place.noteId;
  const begun = place.kind === 'line' ? drafts.line : findAddendum(drafts.addenda, place.noteId);

  const save = useCallback(
    async ({ version, content, state }: Save<string>): Promise<Answer<SavedText>> => {
      const kept = { noteId: null, warnings: [] };
      if (state === 'sent') {
        const input = { ...beside, text: content.trim(), draftVersion: version };
        const sent = await send({ path, input, answer: done });
        if (!sent.ok) return sent;
        return { ok: true, view: { ...kept, state, version: 0, savedLabel: '', message: sent.view.message } };
      }
      const input = { place, version, text: content };
      const saved = await send({ path: '/cards/coaching/draft', input, answer: savedDraft });
      return saved.ok ? { ok: true, view: { ...kept, state: 'draft', message: '', ...saved.view } } : saved;
    },
    // `kind` and `id` say all of `place`, which may be a new object on every render.
    [send, path, kind, id],
  );
  const readOther = useCallback(
    async (): Promise<Answer<Stored<string> | null>> => {
      const answer = await askCard(reach, record, ownerId);
      if (!answer.ok) return answer;
      const { line, addenda } = answer.view.drafts;
      const theirs = kind === 'line' ? line : findAddendum(addenda, id);
      return { ok: true, view: theirs && toStored(theirs) };
    },
    // The service's address is all that counts of `reach`, which may be a new object on every render.
    [reach.variables?.['API_ORIGIN'], record.recordType, record.recordId, ownerId, kind, id],
  );
  const start = begun && { ...blankText, note: toStored(begun), savedLabel: begun.savedLabel };
  const writing = useWriting(start ?? blankText, { save, readOther });
  // Also while its form is closed: what is written has still to be saved.
  useHold(isUnsettled(writing.draft));
  return writing;
}

const findAddendum = <Each extends { readonly noteId: string }>(
  addenda: readonly Each[],
  noteId: string,
): Each | null => addenda.find((each) => each.noteId === noteId) ?? null;

const toStored = ({ version, text }: BegunText): Stored<string> => ({ noteId: null, version, content: text });
