import { Flex, Text } from '@hubspot/ui-extensions';
import type { CoachingCardView } from '../../contract/index.ts';
import { Discard } from './Discard.tsx';
import { NotePanel } from './NotePanel.tsx';
import { startBlank, startNote } from './start-note.ts';

interface WriteNoteProps {
  view: CoachingCardView;
  rep: NonNullable<CoachingCardView['rep']>;
}

/** Begins a note, or goes on with the one that was begun. */
export function WriteNote({ view, rep }: WriteNoteProps) {
  const { draft } = view;
  return (
    <Flex gap="sm" align="center" wrap>
      <NotePanel
        key={rep.ownerId}
        id="coaching-write"
        view={view}
        rep={rep}
        start={startNote(view)}
        next={startBlank(view)}
        label={draft === null ? 'Write a note' : 'Go on with your note'}
        isPrimary
      />
      {draft !== null && (
        <Discard noteId={draft.id} version={draft.version} what="note that you have begun" />
      )}
      {draft !== null && <Text variant="microcopy">{draft.savedLabel}</Text>}
    </Flex>
  );
}
