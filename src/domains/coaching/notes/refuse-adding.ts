import type { Refusal } from '../../../http/index.ts';
import { noSuchNote } from './refuse-target.ts';
import { relateToRep } from './relate-to-rep.ts';
import type { Note } from './types.ts';

const notAnyMore: Refusal = {
  code: 'forbidden',
  message:
    'They do not report to you any more, so your note stays as it is. Talk to them, or to ops if this is wrong.',
  field: 'noteId',
};

/** The rep may add to what was shared with them, and its author add to it or change it while they stand above the rep; null for these. */
export function refuseAdding(
  { authorId, repId }: Pick<Note, 'authorId' | 'repId'>,
  readerId: string,
  managerOf: ReadonlyMap<string, string | null>,
): Refusal | null {
  if (readerId === repId) return null;
  // Whoever reads because the rep handed it on reads only.
  if (readerId !== authorId) return noSuchNote;
  return relateToRep(readerId, repId, managerOf) === 'manager' ? null : notAnyMore;
}
