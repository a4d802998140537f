import { Checkbox, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { done } from '../../contract/index.ts';
import { ConfirmedErasure } from './ConfirmedErasure.tsx';

/** Disconnecting, and erasing everything that is held for the account. */
export function Leaving() {
  const [removeProperties, setRemove] = useState(true);
  const preview = { path: '/settings/portal/erase' };
  const choice = (
    <Checkbox name="removeProperties" checked={removeProperties} onChange={setRemove}>
      Take Sideline’s properties out of HubSpot first
    </Checkbox>
  );
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="column" gap="flush">
        <Heading>Leaving</Heading>
        <Text>
          Disconnecting ends Sideline’s access to this account. Erasing also takes away everything that
          Sideline holds for it, at once.
        </Text>
      </Flex>
      <Flex gap="sm" align="start" wrap>
        <ConfirmedErasure
          id="disconnect"
          label="Disconnect Sideline"
          consequence="Sideline loses its access to this account at once, and stops reading and writing. Its cards leave your records."
          preview={preview}
          change={{ path: '/settings/portal/disconnect', input: { removeProperties }, answer: done }}
        >
          {choice}
        </ConfirmedErasure>
        <ConfirmedErasure
          id="erase-portal"
          label="Erase everything"
          preview={preview}
          change={{ path: '/settings/portal/erase', input: { removeProperties }, answer: done }}
        >
          {choice}
        </ConfirmedErasure>
      </Flex>
    </Flex>
  );
}
