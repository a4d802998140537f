import * as z from 'zod/mini';
import { hubspotId } from '../settings/fields.ts';
import { noteContent, recordType } from './note.ts';

/** Where somebody writes: a line beside a record, or what they add to a note. */
export const draftPlace = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('line'), recordType, recordId: hubspotId }),
  z.strictObject({ kind: z.literal('addendum'), noteId: hubspotId }),
]);
export type DraftPlace = z.infer<typeof draftPlace>;

/** Longer than anything that can be sent: what was pasted by mistake is kept too. */
const MOST_CHARACTERS = 65_536;

/** Saves what somebody has begun to write, for them alone; an empty text throws it away. */
export const saveDraftRequest = z.strictObject({
  place: draftPlace,
  /** The version that was last seen; 0 where nothing was there. Another one in the store is a `conflict`. */
  version: z.int().check(z.gte(0)),
  text: z
    .string()
    .check(z.maxLength(MOST_CHARACTERS, 'longer than 65,536 characters. Shorten it, or divide it.')),
});
export type SaveDraftRequest = z.infer<typeof saveDraftRequest>;

/** Never the text itself: answers are kept for repeated requests, coaching text is not. */
export const savedDraft = z.strictObject({
  /** 0 where nothing is left. */
  version: z.number(),
  /** "Saved 24 Nov, 10:42". */
  savedLabel: z.string(),
});
export type SavedDraft = z.infer<typeof savedDraft>;

/** What the viewer has begun to write in one place. */
export const begunText = z.strictObject({ ...savedDraft.shape, text: z.string() });
export type BegunText = z.infer<typeof begunText>;

/** What the author of a shared note has begun to change in it: the note stands as it was until they share it again. */
export const noteEdit = z.strictObject({
  /** The version of the note that they change, and its promises as they were shown them. */
  noteVersion: z.int().check(z.gte(1)),
  seenPromises: noteContent.shape.promises,
  content: noteContent,
});
export type NoteEdit = z.infer<typeof noteEdit>;

/** Saves it, for its author alone; what says the same as the note throws it away. */
export const saveEditRequest = z.strictObject({
  noteId: hubspotId,
  /** The version of the edit, as with any draft. */
  version: z.int().check(z.gte(0)),
  ...noteEdit.shape,
});
export type SaveEditRequest = z.infer<typeof saveEditRequest>;

export const discardEditRequest = z.strictObject({
  noteId: hubspotId,
  version: z.int().check(z.gte(1)),
});
export type DiscardEditRequest = z.infer<typeof discardEditRequest>;

const begunEdit = z.strictObject({ noteId: z.string(), ...savedDraft.shape, ...noteEdit.shape });
export type BegunEdit = z.infer<typeof begunEdit>;

/** What the viewer has begun beside one record: a line, what they add to its notes, and what they change in them. */
export const drafts = z.strictObject({
  line: z.nullable(begunText),
  addenda: z.array(z.strictObject({ noteId: z.string(), ...begunText.shape })),
  edits: z.array(begunEdit),
});
export type Drafts = z.infer<typeof drafts>;

/** With what is sent: the version of the draft that it was, which is none any more. */
export const draftVersion = z.optional(z.int().check(z.gte(0)));
