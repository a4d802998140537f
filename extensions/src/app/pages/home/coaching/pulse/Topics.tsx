import { Flex, Text } from '@hubspot/ui-extensions';
import { done } from '../../../contract/index.ts';
import { ChangeButton } from '../../../shared/ChangeButton.tsx';
import type { PartProps } from './OwnPart.tsx';

/** One tap puts a topic on the next 1:1; what was answered is not in it, nor whether anything was. */
export function Topics({ reach, actions, view }: PartProps) {
  return (
    <Flex direction="column" gap="xs">
      <Text variant="microcopy">
        Want to talk about it? This puts the topic on your next 1:1, whether you take part or not, and never
        an answer.
      </Text>
      <Flex gap="xs" wrap>
        {view.questions.map(({ topic, agendaWords }) => (
          <ChangeButton
            key={topic}
            reach={reach}
            size="sm"
            change={{ path: '/home/coaching/pulse/topic', input: { topic }, answer: done }}
            onDone={({ message }) => actions.addAlert({ type: 'success', message })}
          >
            {agendaWords}
          </ChangeButton>
        ))}
      </Flex>
    </Flex>
  );
}
