import { Flex, Text } from '@hubspot/ui-extensions';
import type { CoachingCardView } from '../../contract/index.ts';
import { Actions } from '../Actions.tsx';
import { AddLine } from '../AddLine.tsx';
import { FormerNotes } from '../FormerNotes.tsx';
import { Headline } from './Headline.tsx';
import { History } from '../History.tsx';
import { Lines } from '../Lines.tsx';
import { PrepareMeeting } from './PrepareMeeting.tsx';
import { Risks } from './Risks.tsx';
import { Skills } from '../scores/Skills.tsx';
import { Stale } from './Stale.tsx';
import { WriteNote } from '../writing/WriteNote.tsx';

export interface CardBodyProps {
  view: CoachingCardView;
  isStale: boolean;
}

/** The whole card: what the rep wants to talk about, what is open, the way to write, and what was said before. */
export function CardBody({ view, isStale }: CardBodyProps) {
  const { viewer, rep, headline, nextMeeting, nextStep, lines, lineReader, actions, risks, notes } = view;
  const { privacy, handover } = view;
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column" gap="flush">
        <Headline viewer={viewer} text={headline} />
        {nextMeeting !== null && rep !== null && (
          <Flex gap="sm" align="center" wrap>
            <Text variant="microcopy">{nextMeeting}</Text>
            <PrepareMeeting viewer={viewer} rep={rep} />
          </Flex>
        )}
      </Flex>
      {isStale && <Stale />}
      {nextStep !== null && <Text>{nextStep}</Text>}
      <Lines lines={lines} repName={viewer === 'rep' ? null : (rep?.name ?? null)} />
      {viewer === 'rep' && <AddLine reader={lineReader} />}
      <Actions actions={actions} />
      <Risks risks={risks} />
      {viewer === 'manager' && rep !== null && privacy !== null && <WriteNote view={view} rep={rep} />}
      <Skills view={view} />
      {handover !== null && <FormerNotes view={handover} />}
      <History view={view} notes={notes} />
    </Flex>
  );
}
