import { useMemo } from 'react';
import type { BegunEdit, CoachingCardView, CoachingNote, NoteContent } from '../../contract/index.ts';
import type { DraftStart } from './draft.ts';
import { storedEdit } from './find-other.ts';
import { NotePanel } from './NotePanel.tsx';
import { viewAbout } from './view-about.ts';

interface EditNoteProps {
  view: CoachingCardView;
  note: CoachingNote;
  content: NoteContent;
  /** What is begun to be changed in a shared one; null where nothing is. */
  edit: BegunEdit | null;
}

/** Changes one's own note that nobody has answered yet, under the rep whom it is about, whoever owns the record now. */
export function EditNote({ view, note, content, edit }: EditNoteProps) {
  const about = useMemo(() => viewAbout(view, note), [view, note]);
  return (
    <NotePanel
      id={`coaching-edit-${note.id}`}
      view={about}
      rep={note.rep}
      start={edit === null ? startHere(note, content) : startEdit(edit)}
      next={startHere(note, content)}
      label={edit === null ? labels[note.state] : 'Go on with your change'}
      isPrimary={false}
    />
  );
}

const labels = { draft: 'Go on with it', private: 'Edit', shared: 'Edit' } as const;

function startHere({ id, version, state }: CoachingNote, content: NoteContent): DraftStart {
  const note = { noteId: id, version, content };
  if (state !== 'shared') return { note, savedAs: state, savedLabel: null };
  return { note: { ...note, editVersion: 0 }, savedAs: 'edit', savedLabel: null };
}

const startEdit = (edit: BegunEdit): DraftStart => ({
  note: storedEdit(edit),
  savedAs: 'edit',
  savedLabel: edit.savedLabel,
});
