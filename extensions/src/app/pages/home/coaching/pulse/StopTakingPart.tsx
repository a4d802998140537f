import { Button, Flex, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { pulseView } from '../../../contract/index.ts';
import { ChangeButton } from '../../../shared/ChangeButton.tsx';
import type { PartProps } from './OwnPart.tsx';

/** Takes the consent back, after a second look: the own trend goes with it. */
export function StopTakingPart({ reach, actions, onChanged }: PartProps) {
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <Button size="small" onClick={() => setAsked(true)}>
        Stop taking part
      </Button>
    );
  return (
    <Flex direction="column" gap="xs" align="start">
      <Text>Your consent and all your answers are deleted, your own trend too. Nobody is told.</Text>
      <Flex gap="sm">
        <ChangeButton
          reach={reach}
          size="sm"
          variant="destructive"
          change={{ path: '/home/coaching/pulse', input: { change: 'revoke' }, answer: pulseView }}
          onDone={(after) => {
            setAsked(false);
            actions.addAlert({ type: 'success', message: 'Deleted. You take part no more.' });
            onChanged(after);
          }}
        >
          Delete and stop
        </ChangeButton>
        <Button size="small" onClick={() => setAsked(false)}>
          Go on taking part
        </Button>
      </Flex>
    </Flex>
  );
}
