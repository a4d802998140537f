// Generated from extensions/src/app/cards/coaching/writing/EditNote.tsx by `npm run generate`: edit it there.
import { Flex } from '@hubspot/ui-extensions';
import type { CoachingCardView, CoachingNote, NoteContent } from '../../contract/index.ts';
import { Discard } from './Discard.tsx';
import type { DraftStart } from './draft.ts';
import { NotePanel } from './NotePanel.tsx';

interface EditNoteProps {
  view: CoachingCardView;
  rep: NonNullable<CoachingCardView['rep']>;
  note: CoachingNote;
  content: NoteContent;
}

/** Changes one's own note that nobody has answered yet; a private one can also be thrown away. */
export function EditNote({ view, rep, note, content }: EditNoteProps) {
  const isPrivate = note.state === 'private';
  const start: DraftStart = {
    note: { noteId: note.id, version: note.version, content },
    savedAs: isPrivate ? 'private' : null,
    savedLabel: null,
  };
  return (
    <Flex gap="xs" align="center">
      <NotePanel
        id={`coaching-edit-${note.id}`}
        view={view}
        rep={rep}
        start={start}
        next={start}
        label="Edit"
        isPrimary={false}
      />
      {isPrivate && <Discard noteId={note.id} version={note.version} what="private note" />}
    </Flex>
  );
}
