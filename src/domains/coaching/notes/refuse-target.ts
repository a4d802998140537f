import type { Refusal } from '../../../http/index.ts';
import type { Note } from './types.ts';

export const noSuchNote: Refusal = {
  code: 'not_found',
  message: 'There is no such note.',
  field: 'noteId',
};
export const notTheirs: Refusal = {
  code: 'bad_request',
  message:
    'This deal is not this rep’s, and never was. Write beside a deal that they have, had or share in, or at their 1:1.',
  field: 'recordId',
};
const aboutAnother: Refusal = {
  code: 'bad_request',
  message: 'This note is about somebody else, and stays so. Name them, or begin another note.',
  field: 'ownerId',
};
const besideAnother = (field: string): Refusal => ({
  code: 'bad_request',
  message: 'This note stands beside another record. Open it there to change it.',
  field,
});

/** A note keeps its author, its rep and its record, whatever a save names; null where it names the note's own. */
export function refuseTarget(
  note: Note | null,
  { authorId, repId, record }: Pick<Note, 'authorId' | 'repId' | 'record'>,
): Refusal | null {
  if (note?.authorId !== authorId) return noSuchNote;
  if (note.repId !== repId) return aboutAnother;
  if (note.record.type !== record.type) return besideAnother('recordType');
  return note.record.id === record.id ? null : besideAnother('recordId');
}
