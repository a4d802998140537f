import type { CoachingCardView } from '../../contract/index.ts';
import type { DraftStart } from './draft.ts';
import { blankNote, withOpenPromise } from './note-content.ts';

/** An empty note. */
export function startBlank({ usualDueOn }: CoachingCardView): DraftStart {
  return {
    note: { noteId: null, version: 0, content: blankNote(usualDueOn) },
    savedAs: 'draft',
    savedLabel: null,
  };
}

/** The note that was begun, or an empty one. */
export function startNote(view: CoachingCardView): DraftStart {
  const { draft, usualDueOn } = view;
  if (draft === null) return startBlank(view);
  return {
    note: { noteId: draft.id, version: draft.version, content: withOpenPromise(draft.content, usualDueOn) },
    savedAs: 'draft',
    savedLabel: draft.savedLabel,
  };
}
