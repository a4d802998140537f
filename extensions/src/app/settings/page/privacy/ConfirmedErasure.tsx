import { Button, Flex, Input, Modal, ModalBody, Text } from '@hubspot/ui-extensions';
import { useState, type ReactNode } from 'react';
import { erasurePreview, type Done } from '../../contract/index.ts';
import type { Change } from '../../shared/ask-service.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { Loaded } from '../Loaded.tsx';
import { Erased } from './Erased.tsx';
import { usePage } from '../page-context.ts';

interface ConfirmedErasureProps {
  id: string;
  label: string;
  preview: { path: string; query?: Record<string, string> };
  change: Omit<Change<Done>, 'key'>;
  /** What happens, in place of the list of what is erased. */
  consequence?: string;
  /** Further choices, above the confirmation. */
  children?: ReactNode;
}

/** Shows what would be erased and what stays, and does it only when the name was typed. */
export function ConfirmedErasure({
  id,
  label,
  preview,
  change,
  consequence,
  children,
}: ConfirmedErasureProps) {
  const { actions } = usePage();
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  return (
    <Button
      variant="destructive"
      overlay={
        <Modal
          id={id}
          title={label}
          variant="danger"
          width="md"
          onOpen={() => setOpen(true)}
          onClose={() => {
            setOpen(false);
            setTyped('');
          }}
        >
          <ModalBody>
            {isOpen && (
              <Loaded question={{ ...preview, answer: erasurePreview }} label="Looking at what is held">
                {({ name, erased, kept, confirmWith }) => (
                  <Flex direction="column" gap="sm">
                    {consequence === undefined ? (
                      <Erased name={name} erased={erased} kept={kept} />
                    ) : (
                      <Text>{consequence}</Text>
                    )}
                    {children}
                    <Input
                      label={`Type ${confirmWith} to go on`}
                      name="confirm"
                      value={typed}
                      onInput={setTyped}
                      onChange={setTyped}
                    />
                    <ChangeButton
                      variant="destructive"
                      disabled={typed.trim() !== confirmWith}
                      change={{ ...change, input: { ...change.input, confirm: confirmWith } }}
                      onDone={({ message }) => actions.addAlert({ type: 'success', message })}
                    >
                      {label}
                    </ChangeButton>
                  </Flex>
                )}
              </Loaded>
            )}
          </ModalBody>
        </Modal>
      }
    >
      {label}
    </Button>
  );
}
