import { Accordion, Flex, Text, type PagesContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { CardActions } from '../../../coaching/card-context.ts';
import { History } from '../../../coaching/History.tsx';
import type { MeetingView } from '../../../contract/index.ts';
import { MeetingCoaching } from './MeetingCoaching.tsx';

interface HeldMeetingsProps {
  context: PagesContext;
  actions: CardActions;
  held: MeetingView['held'];
  ownerId: string;
}

/** The last 1:1s; the newest is open, for what was shared there waits for an answer. */
export function HeldMeetings({ context, actions, held, ownerId }: HeldMeetingsProps) {
  const [opened, setOpened] = useState<string | null>(held[0]?.recordId ?? null);
  if (held.length === 0) return null;
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>1:1s before</Text>
      {held.map(({ recordId, dayLabel, details }) => (
        <Accordion
          key={recordId}
          title={`${dayLabel} · ${details}`}
          size="sm"
          open={opened === recordId}
          onClick={() => setOpened(opened === recordId ? null : recordId)}
        >
          {opened === recordId && (
            <MeetingCoaching context={context} actions={actions} recordId={recordId} ownerId={ownerId}>
              {(card) =>
                card.notes.length === 0 ? (
                  <Text>No note was shared at this 1:1.</Text>
                ) : (
                  <History view={card} notes={card.notes} />
                )
              }
            </MeetingCoaching>
          )}
        </Accordion>
      ))}
    </Flex>
  );
}
