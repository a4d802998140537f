import type { DraftPlace, RecordType } from '../../../contract/index.ts';

/** What a draft stands beside: a record for which a line is written, the note that is added to, or the one that is edited. */
export interface BesideDraft {
  readonly type: RecordType | 'note' | 'edit';
  readonly id: string;
}

/** The next 1:1, whichever it is: its number and its manager change, and what a rep has begun to write for it does not. */
export const nextMeeting: BesideDraft = { type: 'meeting', id: '0' };

/** Where a draft stands. */
export function placeOfDraft(place: DraftPlace): BesideDraft {
  if (place.kind === 'addendum') return { type: 'note', id: place.noteId };
  return place.recordType === 'meeting' ? nextMeeting : { type: place.recordType, id: place.recordId };
}

/** Where what is begun to be changed in a shared note stands. */
export const placeOfEdit = (noteId: string): BesideDraft => ({ type: 'edit', id: noteId });
