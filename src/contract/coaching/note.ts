import * as z from 'zod/mini';
import { hubspotId } from '../settings/fields.ts';
import { noteScoring } from './rubric.ts';

/** Coaching stands beside a deal or a contact, and beside a 1:1 of two people. */
export const recordType = z.enum(['deal', 'contact', 'meeting']);
export type RecordType = z.infer<typeof recordType>;

/** Enough for an hour's conversation, and for a whole page pasted by mistake. */
const MOST_CHARACTERS = 65_536;
const passage = z
  .string()
  .check(
    z.maxLength(MOST_CHARACTERS, 'longer than 65,536 characters. Shorten it, or divide it into two notes.'),
  );

/** What was said, by GROW's four questions or as it came. An empty passage has not been written yet. */
const noteText = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('grow'),
    goal: passage,
    reality: passage,
    options: passage,
    will: passage,
  }),
  z.strictObject({ form: z.literal('free'), text: passage }),
]);
export type NoteText = z.infer<typeof noteText>;

/** So many characters of a promise are shown and kept. */
export const longestPromise = 500;
const words = {
  text: z.string().check(z.maxLength(longestPromise)),
  doer: z.enum(['rep', 'author']),
  dueOn: z.iso.date(),
};
/** Stands in the open beside the action: hexadecimal, so that nobody's words get into it. */
const promiseId = z
  .string()
  .check(z.regex(/^[0-9a-f-]{1,36}$/, 'not the id of a promise: 1 to 36 of 0-9, a-f and hyphens.'));

/** Who does what until when; it becomes an action item once the note is shared, and stays that one by its id. */
const promise = z.strictObject({ id: promiseId, ...words });
export type NotePromise = z.infer<typeof promise>;

/** The form makes the id with the line, so that the same save sent twice makes no second promise. */
const promises = z.pipe(
  z.pipe(
    z.array(z.strictObject({ id: z.optional(promiseId), ...words })).check(z.maxLength(10)),
    z.transform((written) => namePromises(written)),
  ),
  z.array(promise),
);

/**
 * Gives promises that have no id the number of their place as one: how a promise was known before it had an id of its own.
 * Here alone it is said, for what was sealed then and for forms that were open; `0021-promises` says it once for the actions.
 */
export function namePromises(
  written: readonly (Omit<NotePromise, 'id'> & { readonly id?: string | undefined })[],
): NotePromise[] {
  return written.map(({ id, ...rest }, index) => ({ id: id ?? String(index + 1), ...rest }));
}

export const noteContent = z.strictObject({
  /** What the conversation is about: this deal, or how somebody sells. */
  topic: z.enum(['deal', 'skill']),
  text: noteText,
  promises,
  /** How the author sees the rep's skills; only where they scored. */
  scoring: z.optional(noteScoring),
});
export type NoteContent = z.infer<typeof noteContent>;

/** A draft is for its author alone and saved while it is written; private stays so; shared is for author and rep. */
export const noteState = z.enum(['draft', 'private', 'shared']);
export type NoteState = z.infer<typeof noteState>;

/** Writes a note, as a draft or for good. */
export const saveNoteRequest = z.strictObject({
  recordType,
  recordId: hubspotId,
  /** The rep whom the note is about, as HubSpot's owner. */
  ownerId: hubspotId,
  /** Null begins the author's draft for this rep and record. */
  noteId: z.nullable(hubspotId),
  /** The version that was last seen; 0 with a note that is begun. Another one in the store is a `conflict`. */
  version: z.int().check(z.gte(0)),
  content: noteContent,
  /**
   * The promises of that version as the author was shown them: one that they left so keeps what became of it since, in
   * HubSpot too. Without it they are taken as the note holds them.
   */
  seenPromises: z.optional(promises),
  /** Of a shared note: the version of the edit that this was, which is none any more. */
  editVersion: z.optional(z.int().check(z.gte(0))),
  state: noteState,
});
export type SaveNoteRequest = z.infer<typeof saveNoteRequest>;

/** Never the text itself: answers are kept for repeated requests, coaching text is not. */
export const savedNote = z.strictObject({
  noteId: z.string(),
  version: z.number(),
  state: noteState,
  /** "Saved 24 Nov, 10:42". */
  savedLabel: z.string(),
  /** What the author should think over, a sentence each: words of health. */
  warnings: z.array(z.string()),
});
export type SavedNote = z.infer<typeof savedNote>;

/** Throws away a draft or a private note. */
export const discardNoteRequest = z.strictObject({
  noteId: hubspotId,
  version: z.int().check(z.gte(0)),
});
export type DiscardNoteRequest = z.infer<typeof discardNoteRequest>;

/** What the rep says to a shared note; none is better than another. */
export const acknowledgement = z.enum(['seen', 'agreed', 'disagreed']);
export type Acknowledgement = z.infer<typeof acknowledgement>;

export const acknowledgeRequest = z.strictObject({
  noteId: hubspotId,
  /** The version that the rep has read: nobody answers a text that they have not seen. */
  version: z.int().check(z.gte(1)),
  answer: acknowledgement,
});
export type AcknowledgeRequest = z.infer<typeof acknowledgeRequest>;

/** A reply of the rep, or a correction of the author, who cannot change a note that was acknowledged. */
export const addendumRequest = z.strictObject({
  noteId: hubspotId,
  text: passage.check(z.minLength(1)),
  draftVersion: z.optional(z.int().check(z.gte(0))),
});
export type AddendumRequest = z.infer<typeof addendumRequest>;
