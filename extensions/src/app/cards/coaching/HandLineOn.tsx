import { Flex, Text } from '@hubspot/ui-extensions';
import { done, type LineReading } from '../contract/index.ts';
import { useCard } from './card-context.ts';
import { ChangeButton } from './ChangeButton.tsx';

interface HandLineOnProps {
  lineId: string;
  reading: LineReading;
}

/** For the rep: whom a line was written for where that is not their manager of today, and the click that lets the manager read it. */
export function HandLineOn({ lineId, reading: { notice, handOn } }: HandLineOnProps) {
  const { actions, refresh } = useCard();
  if (notice === null) return null;
  return (
    <Flex direction="column" gap="xs" align="start">
      <Text variant="microcopy">{notice}</Text>
      {handOn !== null && (
        <ChangeButton
          size="xs"
          change={{
            path: '/cards/coaching/line/hand-on',
            input: { lineId, managerId: handOn.managerId },
            answer: done,
          }}
          onDone={({ message }) => {
            actions.addAlert({ type: 'success', message });
            refresh();
          }}
        >
          {handOn.label}
        </ChangeButton>
      )}
    </Flex>
  );
}
