// Generated from extensions/src/app/cards/coaching/writing/EditNote.tsx by `npm run generate`: edit it there.
import { useMemo } from 'react';
import type { CoachingCardView, CoachingNote, NoteContent } from '../../contract/index.ts';
import type { DraftStart } from './draft.ts';
import { NotePanel } from './NotePanel.tsx';
import { viewAbout } from './view-about.ts';

interface EditNoteProps {
  view: CoachingCardView;
  note: CoachingNote;
  content: NoteContent;
}

/** Changes one's own note that nobody has answered yet, under the rep whom it is about, whoever owns the record now. */
export function EditNote({ view, note, content }: EditNoteProps) {
  const about = useMemo(() => viewAbout(view, note), [view, note]);
  const start: DraftStart = {
    note: { noteId: note.id, version: note.version, content },
    savedAs: note.state === 'shared' ? null : note.state,
    savedLabel: null,
  };
  return (
    <NotePanel
      id={`coaching-edit-${note.id}`}
      view={about}
      rep={note.rep}
      start={start}
      next={start}
      label={note.state === 'draft' ? 'Go on with it' : 'Edit'}
      isPrimary={false}
    />
  );
}
