import type { NoteContent } from '../../../contract/index.ts';

/** Whether two notes say the same, to the letter. Both come out of the contract's schema, which orders their fields. */
export function isSameContent(left: NoteContent, right: NoteContent): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
