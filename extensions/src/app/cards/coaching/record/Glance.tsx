import { Flex, Text } from '@hubspot/ui-extensions';
import { Actions } from '../Actions.tsx';
import type { CardBodyProps } from './CardBody.tsx';
import { Headline } from './Headline.tsx';
import { Note } from '../Note.tsx';
import { Stale } from './Stale.tsx';

/** The sidebar: when the next 1:1 is, what is open, what waits for the viewer, and a line on the newest note. */
export function Glance({ view, isStale }: CardBodyProps) {
  const { viewer, headline, nextMeeting, nextStep, actions, notes, draft } = view;
  const waiting = notes.find(({ mayAcknowledge }) => mayAcknowledge);
  const newest = notes.find(({ state }) => state !== 'draft');
  const hasBegun = draft !== null || notes.some(({ state }) => state === 'draft');
  return (
    <Flex direction="column" gap="sm">
      <Flex direction="column" gap="flush">
        <Headline viewer={viewer} text={headline} />
        {nextMeeting !== null && <Text variant="microcopy">{nextMeeting}</Text>}
      </Flex>
      {isStale && <Stale />}
      {nextStep !== null && <Text>{nextStep}</Text>}
      <Actions actions={actions.filter(({ isDone }) => !isDone)} />
      {hasBegun && <Text>You have begun a note. Go on with it in the card Sideline coaching.</Text>}
      {waiting !== undefined && <Note view={view} note={waiting} />}
      {waiting === undefined && newest !== undefined && (
        <Text variant="microcopy">{`${newest.dateLabel} · ${newest.summary}`}</Text>
      )}
    </Flex>
  );
}
