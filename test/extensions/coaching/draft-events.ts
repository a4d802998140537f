import type { FailureCode, SavedNote } from '../../../src/contract/index.ts';
import type { DraftEvent } from '../../../extensions/src/app/cards/coaching/writing/advance-draft.ts';
import type { DraftStart } from '../../../extensions/src/app/cards/coaching/writing/draft.ts';
import type { Answer } from '../../../extensions/src/app/cards/shared/ask-service.ts';
import { exampleContent } from './example-views.ts';

/** A new note with nothing in it. */
export const start: DraftStart = {
  note: { noteId: null, version: 0, content: exampleContent('') },
  savedAs: 'draft',
  savedLabel: null,
};

export const saved = (version: number, state: SavedNote['state'] = 'draft'): Answer<SavedNote> => ({
  ok: true,
  view: { noteId: '61', version, state, savedLabel: `Saved ${version}`, warnings: [] },
});

export const refused = (code: FailureCode, isOffline = false): Answer<SavedNote> => ({
  ok: false,
  error: { code, message: 'No.' },
  isOffline,
});

export const typed = (goal: string, at: number): DraftEvent => ({
  type: 'typed',
  content: exampleContent(goal),
  isCommitted: false,
  at,
});
