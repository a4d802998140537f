import { Flex, Text } from '@hubspot/ui-extensions';
import type { CoachingCardView } from '../../contract/index.ts';
import { Discard } from './Discard.tsx';
import type { DraftStart } from './draft.ts';
import { blankNote, withOpenPromise } from './note-content.ts';
import { NotePanel } from './NotePanel.tsx';

interface WriteNoteProps {
  view: CoachingCardView;
  rep: NonNullable<CoachingCardView['rep']>;
}

/** Begins a note, or goes on with the one that was begun. */
export function WriteNote({ view, rep }: WriteNoteProps) {
  const { draft, usualDueOn } = view;
  const blank: DraftStart = {
    note: { noteId: null, version: 0, content: blankNote(usualDueOn) },
    savedAs: 'draft',
    savedLabel: null,
  };
  const begun: DraftStart | null = draft && {
    note: { noteId: draft.id, version: draft.version, content: withOpenPromise(draft.content, usualDueOn) },
    savedAs: 'draft',
    savedLabel: draft.savedLabel,
  };
  return (
    <Flex gap="sm" align="center" wrap>
      <NotePanel
        id="coaching-write"
        view={view}
        rep={rep}
        start={begun ?? blank}
        next={blank}
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
