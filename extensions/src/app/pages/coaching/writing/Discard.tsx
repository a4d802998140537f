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
}

/** Throws a note away that nobody else has seen, after one more question. */
export function Discard({ noteId, version, what }: DiscardProps) {
  const { actions, refresh } = useCard();
  const id = `coaching-discard-${noteId}`;
  return (
    <Button
      variant="transparent"
      size="xs"
      overlay={
        <Modal id={id} title="Throw this note away?" variant="danger" width="sm">
          <ModalBody>
            <Text>{`The ${what} is gone for good. Nobody else has seen it.`}</Text>
          </ModalBody>
          <ModalFooter>
            <ChangeButton
              variant="destructive"
              change={{ path: '/cards/coaching/note/discard', input: { noteId, version }, answer: done }}
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
      Throw away
    </Button>
  );
}
