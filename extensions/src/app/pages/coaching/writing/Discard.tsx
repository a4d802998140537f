// Generated from extensions/src/app/cards/coaching/writing/Discard.tsx by `npm run generate`: edit it there.
import { Button, Modal, ModalBody, ModalFooter, Text } from '@hubspot/ui-extensions';
import { done } from '../../contract/index.ts';
import { useCard } from '../card-context.ts';
import { ChangeButton } from '../ChangeButton.tsx';

interface DiscardProps {
  noteId: string;
  version: number;
  /** "private note". */
  what: string;
  /** A whole note, or what is begun to be changed in a shared one. */
  kind?: keyof typeof kinds;
}

const kinds = {
  note: { path: '/cards/coaching/note/discard', title: 'Throw this note away?', label: 'Throw away' },
  edit: {
    path: '/cards/coaching/note/edit/discard',
    title: 'Throw your change away?',
    label: 'Throw your change away',
  },
} as const;

/** Throws away what nobody else has seen, after one more question. */
export function Discard({ noteId, version, what, kind = 'note' }: DiscardProps) {
  const { actions, refresh } = useCard();
  const { path, title, label } = kinds[kind];
  const id = `coaching-discard-${noteId}`;
  return (
    <Button
      variant="transparent"
      size="xs"
      overlay={
        <Modal id={id} title={title} variant="danger" width="sm">
          <ModalBody>
            <Text>{`The ${what} is gone for good. Nobody else has seen it.`}</Text>
          </ModalBody>
          <ModalFooter>
            <ChangeButton
              variant="destructive"
              change={{ path, input: { noteId, version }, answer: done }}
              onDone={() => {
                actions.closeOverlay(id);
                refresh();
              }}
            >
              Throw it away
            </ChangeButton>
          </ModalFooter>
        </Modal>
      }
    >
      {label}
    </Button>
  );
}
