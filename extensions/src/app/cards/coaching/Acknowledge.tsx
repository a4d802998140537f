import { Flex, Text } from '@hubspot/ui-extensions';
import { done, type Acknowledgement, type CoachingNote } from '../contract/index.ts';
import { useCard } from './card-context.ts';
import { ChangeButton } from './ChangeButton.tsx';

const answers: readonly { answer: Acknowledgement; label: string }[] = [
  { answer: 'seen', label: 'Seen' },
  { answer: 'agreed', label: 'Agreed' },
  { answer: 'disagreed', label: 'Disagreed' },
];

/** The rep's answer to a note, a click each; none stands out, for none is better than another. */
export function Acknowledge({ note }: { note: CoachingNote }) {
  const { actions, refresh } = useCard();
  const open = answers.filter(({ answer }) => answer !== note.acknowledgement);
  return (
    <Flex direction="column" gap="xs">
      <Text variant="microcopy">Your answer. The note can no longer be changed after it.</Text>
      <Flex gap="xs" wrap>
        {open.map(({ answer, label }) => (
          <ChangeButton
            key={answer}
            size="sm"
            change={{
              path: '/cards/coaching/note/acknowledge',
              input: { noteId: note.id, version: note.version, answer },
              answer: done,
            }}
            onOutdated={refresh}
            onDone={({ message }) => {
              actions.addAlert({ type: 'success', message });
              refresh();
            }}
          >
            {label}
          </ChangeButton>
        ))}
      </Flex>
    </Flex>
  );
}
