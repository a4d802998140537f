// Generated from extensions/src/app/cards/coaching/writing/save-rest.ts by `npm run generate`: edit it there.
import type { Answer } from '../../shared/ask-service.ts';
import { advanceDraft } from './advance-draft.ts';
import { nextSave, type Draft, type Save, type Saved } from './draft.ts';

/**
 * Saves what is written in a form that has left the screen: once, and after the answer to what is on its way, for the next
 * save carries its version. Whoever is gone sees no answer any more.
 */
export async function saveRest<Content, Answered extends Saved>(
  draft: Draft<Content, Answered>,
  onItsWay: Promise<Answer<Answered>> | null,
  submit: (save: Save<Content>) => Promise<Answer<Answered>>,
): Promise<void> {
  const isAwaited = draft.isSending && onItsWay !== null;
  const rest = isAwaited
    ? advanceDraft(draft, { type: 'answered', answer: await onItsWay, at: Date.now() })
    : draft;
  const save = nextSave(rest);
  if (save !== null) await submit(save);
}
