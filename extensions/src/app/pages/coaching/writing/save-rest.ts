// Generated from extensions/src/app/cards/coaching/writing/save-rest.ts by `npm run generate`: edit it there.
import type { SavedNote } from '../../contract/index.ts';
import type { Answer } from '../../shared/ask-service.ts';
import { advanceDraft } from './advance-draft.ts';
import { nextSave, type Draft, type Save } from './draft.ts';

/**
 * Saves what is written in a form that has left the screen: once, and after the answer to what is on its way, for the next
 * save carries its version. Whoever is gone sees no answer any more.
 */
export async function saveRest(
  draft: Draft,
  onItsWay: Promise<Answer<SavedNote>> | null,
  submit: (save: Save) => Promise<Answer<SavedNote>>,
): Promise<void> {
  const isAwaited = draft.isSending && onItsWay !== null;
  const rest = isAwaited
    ? advanceDraft(draft, { type: 'answered', answer: await onItsWay, at: Date.now() })
    : draft;
  const save = nextSave(rest);
  if (save !== null) await submit(save);
}
