import { Button, Modal, ModalBody, ModalFooter, Text } from '@hubspot/ui-extensions';
import { writesView, type WritesView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';

/** Takes Sideline's values and properties out of HubSpot, after asking once more. */
export function RemoveButton({ onRemoved }: { onRemoved: (view: WritesView) => void }) {
  return (
    <Button
      variant="destructive"
      overlay={
        <Modal id="remove-properties" title="Remove Sideline’s properties" variant="danger">
          <ModalBody>
            <Text>
              Sideline stops writing and takes its properties out of HubSpot. Views, lists, reports and
              workflows that use them will lose them. Your deals keep everything else.
            </Text>
          </ModalBody>
          <ModalFooter>
            <ChangeButton
              variant="destructive"
              change={{ path: '/settings/writes/remove', input: { confirm: 'remove' }, answer: writesView }}
              onDone={onRemoved}
            >
              Remove from HubSpot
            </ChangeButton>
          </ModalFooter>
        </Modal>
      }
    >
      Remove from HubSpot
    </Button>
  );
}
