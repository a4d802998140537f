import { Alert, Button, Flex, Modal, ModalBody, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { SettledPerson } from '../../contract/index.ts';
import { PeoplePreview } from './PeoplePreview.tsx';

interface SuggestionsProps {
  people: readonly SettledPerson[];
  /** Of everybody, not of this page alone. */
  total: number;
  onSaved: () => void;
}

/** Managers that HubSpot's teams suggest, taken together after seeing what that does. */
export function Suggestions({ people, total, onSaved }: SuggestionsProps) {
  const [isOpen, setOpen] = useState(false);
  const changes = people.flatMap(({ ownerId, managerId, suggestedManagerId }) =>
    managerId === null && suggestedManagerId !== null ? [{ ownerId, managerId: suggestedManagerId }] : [],
  );
  if (changes.length === 0) return null;
  const count = `${changes.length} ${changes.length === 1 ? 'manager' : 'managers'}`;
  return (
    <Alert title={`HubSpot’s teams suggest ${count}`} variant="info">
      <Flex direction="column" gap="sm" align="start">
        <Text>
          {total > changes.length
            ? `${total} in all; these are those of this page. Nothing counts before you say so.`
            : 'Nothing counts before you say so.'}
        </Text>
        <Button
          size="small"
          overlay={
            <Modal
              id="manager-suggestions"
              title={`Take ${count} as suggested`}
              width="md"
              onOpen={() => setOpen(true)}
              onClose={() => setOpen(false)}
            >
              <ModalBody>{isOpen && <PeoplePreview changes={changes} onSaved={onSaved} />}</ModalBody>
            </Modal>
          }
        >
          See what that does
        </Button>
      </Flex>
    </Alert>
  );
}
