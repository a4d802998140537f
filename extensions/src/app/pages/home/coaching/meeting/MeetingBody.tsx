import { Button, Flex, Heading, Tag, Text, type PagesContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { AddLine } from '../../../coaching/AddLine.tsx';
import type { CardActions } from '../../../coaching/card-context.ts';
import type { CoachingCardView, MeetingView } from '../../../contract/index.ts';
import { Agenda } from './Agenda.tsx';
import { PortalContext } from './DealLink.tsx';
import { HeldMeetings } from './HeldMeetings.tsx';
import { Holding } from './Holding.tsx';
import { PlanMeeting } from './PlanMeeting.tsx';
import type { Ticks } from './ticks.ts';

interface MeetingBodyProps {
  context: PagesContext;
  actions: CardActions;
  view: MeetingView;
  card: CoachingCardView;
  onChanged: () => void;
  /** The manager wants to go, and waits until what they wrote is saved. */
  isLeaving: boolean;
  onUnsaved: (isUnsaved: boolean) => void;
}

/** The 1:1 in one column: when, the agenda, holding it, and the ones before. */
export function MeetingBody(props: MeetingBodyProps) {
  const { context, actions, view, card, onChanged, isLeaving, onUnsaved } = props;
  const { viewer, rep, manager, next, agenda, preparedLabel, held } = view;
  const [isHolding, setHolding] = useState(card.draft !== null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const ticks: Ticks = {
    isTicked: (id) => ticked.has(id),
    tick: (id) =>
      setTicked((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
  };
  if (next === null || agenda === null || manager === null) return null;
  const isManager = viewer === 'manager';
  return (
    <Flex direction="column" gap="lg">
      <Flex direction="column" gap="xs">
        <Heading>{isManager ? `1:1 with ${rep.name}` : `Your 1:1 with ${manager.name}`}</Heading>
        <Flex gap="sm" align="center" wrap>
          {next.isOverdue ? <Tag variant="warning">{next.label}</Tag> : <Text>{next.label}</Text>}
          {preparedLabel !== null && <Text variant="microcopy">{preparedLabel}</Text>}
        </Flex>
        {isManager && <PlanMeeting reach={context} actions={actions} view={view} onChanged={onChanged} />}
      </Flex>
      <PortalContext.Provider value={context.portal.id}>
        <Agenda agenda={agenda} view={view} ticks={isManager && isHolding ? ticks : null} />
      </PortalContext.Provider>
      {!isManager && <AddLine reader={card.lineReader} />}
      {isManager && !isHolding && (
        <Flex>
          <Button variant="primary" onClick={() => setHolding(true)}>
            Hold 1:1
          </Button>
        </Flex>
      )}
      {isManager && isHolding && (
        <Holding
          reach={context}
          actions={actions}
          view={view}
          card={card}
          ticked={ticked}
          isLeaving={isLeaving}
          onUnsaved={onUnsaved}
          onDone={() => {
            setHolding(false);
            onChanged();
          }}
        />
      )}
      <HeldMeetings context={context} actions={actions} held={held} ownerId={rep.ownerId} />
    </Flex>
  );
}
