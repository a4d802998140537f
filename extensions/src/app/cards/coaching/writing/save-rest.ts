import type { Answer } from '../../shared/ask-service.ts';
import { advanceDraft } from './advance-draft.ts';
import { nextSave, type Draft, type Save, type Saved } from './draft.ts';

/**
 * Saves what is written in a form that has left the screen, and shares it where its author has said so: each save after the
 * answer to the one before, whose version it carries, and once. Whoever is gone sees no answer any more.
 */
export async function saveRest<Content, Answered extends Saved>(
  draft: Draft<Content, Answered>,
  onItsWay: Promise<Answer<Answered>> | null,
  submit: (save: Save<Content>) => Promise<Answer<Answered>>,
): Promise<void> {
  const isAwaited = draft.isSending && onItsWay !== null;
  let rest = isAwaited
    ? advanceDraft(draft, { type: 'answered', answer: await onItsWay, at: Date.now() })
    : draft;
  for (let save = nextSave(rest); save !== null; save = nextSave(rest)) {
    rest = advanceDraft(rest, { type: 'sending', save });
    rest = advanceDraft(rest, { type: 'answered', answer: await submit(save), at: Date.now() });
    if (rest.trouble !== null) return;
  }
}
