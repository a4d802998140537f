// Generated from extensions/src/app/cards/coaching/AddTo.tsx by `npm run generate`: edit it there.
import { Button, Flex } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { done } from '../contract/index.ts';
import { SayForm } from './SayForm.tsx';

/** A reply of the rep, or a correction of the author, under a note that stays as it is. */
export function AddTo({ noteId }: { noteId: string }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Flex>
        <Button variant="transparent" size="xs" onClick={() => setOpen(true)}>
          Add to this
        </Button>
      </Flex>
    );
  }
  return (
    <SayForm
      name={`addendum-${noteId}`}
      label="What do you want to add?"
      submit="Add"
      isLong
      change={(text) => ({ path: '/cards/coaching/note/addendum', input: { noteId, text }, answer: done })}
      onClose={() => setOpen(false)}
    />
  );
}
