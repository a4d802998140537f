import type { BegunEdit, CoachingCardView } from '../../contract/index.ts';
import type { Stored } from './draft.ts';
import type { Mine } from './use-writing.ts';

/**
 * The note as it stands in the service, or where none was saved yet what is begun about this rep; null where it is gone or
 * may not be written to any more. Of a shared one what another window has begun to change comes first, because it is not
 * in the note.
 */
export function findOther(
  { draft, drafts, rep, notes }: CoachingCardView,
  { noteId, editVersion, ownerId }: Mine & { readonly ownerId: string },
): Stored | null {
  const isOwner = rep?.ownerId === ownerId;
  if (draft !== null && (noteId === null ? isOwner : draft.id === noteId)) {
    return { noteId: draft.id, version: draft.version, content: draft.content };
  }
  const note = notes.find(({ id, state, rep: about }) =>
    noteId === null ? state === 'draft' && about.ownerId === ownerId : id === noteId,
  );
  if (note === undefined || note.content === null) return null;
  const stored = { noteId: note.id, version: note.version, content: note.content };
  if (note.state !== 'shared') return stored;
  const edit = drafts.edits.find((each) => each.noteId === note.id);
  return edit === undefined || edit.version === editVersion
    ? { ...stored, editVersion: edit?.version ?? 0 }
    : storedEdit(edit);
}

/** What is begun to be changed in a shared note, as the form goes on with it. */
export function storedEdit({ noteId, version, noteVersion, seenPromises, content }: BegunEdit): Stored {
  return {
    ...{ noteId, version: noteVersion, content, editVersion: version },
    seen: { ...content, promises: seenPromises },
  };
}
