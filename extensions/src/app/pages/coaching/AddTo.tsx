// Generated from extensions/src/app/cards/coaching/AddTo.tsx by `npm run generate`: edit it there.
import { Button, Flex } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { SayForm } from './SayForm.tsx';
import { useText } from './writing/use-text.ts';

interface AddToProps {
  noteId: string;
  /** What its author had begun to change, and can say here instead; null where that is nothing. */
  left: string | null;
}

/** A reply of the rep, or a correction of the author, under a note that stays as it is; what was begun stands there open. */
export function AddTo({ noteId, left }: AddToProps) {
  const writing = useText({ kind: 'addendum', noteId }, '/cards/coaching/note/addendum');
  const { draft, type, leave } = writing;
  const isBegun = draft.content.trim() !== '';
  const [isOpen, setOpen] = useState(isBegun);
  if (!isOpen) {
    return (
      <Flex gap="xs">
        {left !== null && !draft.content.includes(left) && (
          <Button
            variant="secondary"
            size="xs"
            onClick={() => {
              type([draft.content.trim(), left].filter(Boolean).join('\n\n'), true);
              setOpen(true);
            }}
          >
            Add what you had begun
          </Button>
        )}
        <Button variant="transparent" size="xs" onClick={() => setOpen(true)}>
          {isBegun ? 'Go on with what you began' : 'Add to this'}
        </Button>
      </Flex>
    );
  }
  return (
    <SayForm
      writing={writing}
      name={`addendum-${noteId}`}
      label="What do you want to add?"
      submit="Add"
      isLong
      onClose={() => {
        setOpen(false);
        leave();
      }}
    />
  );
}
