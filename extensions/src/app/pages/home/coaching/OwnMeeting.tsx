import { Button, Flex, Text, Tile } from '@hubspot/ui-extensions';
import type { CoachingOverviewView } from '../../contract/index.ts';
import type { Whose } from './meeting/Meeting.tsx';

interface OwnMeetingProps {
  own: NonNullable<CoachingOverviewView['own']>;
  /** Nobody reports to the viewer: this is what they came for. */
  isAlone: boolean;
  onOpen: (whose: Whose) => void;
}

/** The viewer's own 1:1, as the one who is coached. */
export function OwnMeeting({ own, isAlone, onOpen }: OwnMeetingProps) {
  return (
    <Tile>
      <Flex justify="between" align="center" gap="md" wrap>
        <Flex direction="column" gap="flush">
          <Text format={{ fontWeight: 'demibold' }}>{`Your 1:1 with ${own.manager}`}</Text>
          <Text>{own.next}</Text>
        </Flex>
        <Button variant={isAlone ? 'primary' : 'secondary'} onClick={() => onOpen({ kind: 'own' })}>
          Prepare my 1:1
        </Button>
      </Flex>
    </Tile>
  );
}
