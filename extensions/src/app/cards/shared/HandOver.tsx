import { Flex, Text } from '@hubspot/ui-extensions';
import { done, type HandoverRequest, type HandoverView } from '../contract/index.ts';
import { ChangeButton } from './ChangeButton.tsx';
import type { Reach } from './ask-service.ts';

interface HandOverProps {
  reach: Reach;
  view: HandoverView;
  /** Null: everything that former managers shared, wherever it stands. */
  record: HandoverRequest['record'];
  onDone: (message: string) => void;
}

/** What former managers shared with the rep who looks, to be opened to the manager of today or closed again; theirs to say. */
export function HandOver({ reach, view, record, onDone }: HandOverProps) {
  const { sentences, openLabel, takeBackLabel } = view;
  const change = { input: { record }, answer: done };
  const say = ({ message }: { message: string }) => onDone(message);
  return (
    <Flex direction="column" gap="xs">
      {sentences.map((sentence) => (
        <Text key={sentence}>{sentence}</Text>
      ))}
      <Flex gap="xs" wrap>
        {openLabel !== null && (
          <ChangeButton
            reach={reach}
            size="sm"
            change={{ path: '/cards/coaching/handover', ...change }}
            onDone={say}
          >
            {openLabel}
          </ChangeButton>
        )}
        {takeBackLabel !== null && (
          <ChangeButton
            reach={reach}
            size="sm"
            change={{ path: '/cards/coaching/handover/take-back', ...change }}
            onDone={say}
          >
            {takeBackLabel}
          </ChangeButton>
        )}
      </Flex>
    </Flex>
  );
}
