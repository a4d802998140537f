// Generated from extensions/src/app/cards/coaching/History.tsx by `npm run generate`: edit it there.
import { Button, Flex } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { CoachingCardView, CoachingNote } from '../contract/index.ts';
import { Note } from './Note.tsx';

interface HistoryProps {
  view: CoachingCardView;
  notes: readonly CoachingNote[];
}

const shownAtOnce = 5;

/** The notes, newest first; older ones when they are wanted. */
export function History({ view, notes }: HistoryProps) {
  const [isWhole, setWhole] = useState(false);
  const older = notes.length - shownAtOnce;
  return (
    <Flex direction="column" gap="sm">
      {(isWhole ? notes : notes.slice(0, shownAtOnce)).map((note) => (
        <Note key={note.id} view={view} note={note} />
      ))}
      {older > 0 && !isWhole && (
        <Flex>
          <Button variant="transparent" size="sm" onClick={() => setWhole(true)}>
            {`Show ${older} older`}
          </Button>
        </Flex>
      )}
    </Flex>
  );
}
