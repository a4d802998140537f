import { noteEdit, type NoteEdit } from '../../../../contract/index.ts';
import type { TextDraft } from '../store.ts';

/** An edit as the one text that a draft is kept as. */
export const writeEdit = ({ noteVersion, seenPromises, content }: NoteEdit): string =>
  JSON.stringify({ noteVersion, seenPromises, content });

/** The edits among what somebody has begun. */
export function listEdits(
  begun: readonly TextDraft[],
): (NoteEdit & Pick<TextDraft, 'version' | 'at'> & { readonly noteId: string })[] {
  return begun
    .filter(({ beside }) => beside.type === 'edit')
    .map(({ beside, text, version, at }) => ({
      ...{ noteId: beside.id, version, at },
      ...noteEdit.parse(JSON.parse(text)),
    }));
}
