import { Button, Flex, Link, Text, type PagesContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { CardActions } from '../../../coaching/card-context.ts';
import { History } from '../../../coaching/History.tsx';
import type { WaitingNote as WaitingNoteView } from '../../../contract/index.ts';
import { recordAddress } from '../../record-address.ts';
import { MeetingCoaching } from '../meeting/MeetingCoaching.tsx';

interface WaitingNoteProps {
  context: PagesContext;
  actions: CardActions;
  note: WaitingNoteView;
  ownerId: string;
  onAnswered: () => void;
}

/** One note that waits: who shared it and when, and the way to where it is answered. */
export function WaitingNote({ context, actions, note, ownerId, onAnswered }: WaitingNoteProps) {
  const [isOpen, setOpen] = useState(false);
  const { id, dateLabel, by, beside } = note;
  if (beside.kind !== 'meeting')
    return (
      <Flex gap="sm" align="center" wrap>
        <Text>{`${dateLabel} · ${by}`}</Text>
        <RecordLink portalId={context.portal.id} beside={beside} />
      </Flex>
    );
  return (
    <Flex direction="column" gap="xs">
      <Flex gap="sm" align="center" wrap>
        <Text>{`${dateLabel} · ${by} · 1:1`}</Text>
        <Button variant="secondary" size="xs" onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Close' : 'Read and answer'}
        </Button>
      </Flex>
      {isOpen && (
        <MeetingCoaching
          context={context}
          actions={actions}
          recordId={beside.recordId}
          ownerId={ownerId}
          onChanged={onAnswered}
        >
          {(card) => <History view={card} notes={card.notes.filter((each) => each.id === id)} />}
        </MeetingCoaching>
      )}
    </Flex>
  );
}

function RecordLink({
  portalId,
  beside,
}: {
  portalId: number;
  beside: Exclude<WaitingNoteView['beside'], { kind: 'meeting' }>;
}) {
  const { kind, recordId } = beside;
  const name = kind === 'deal' ? beside.name : 'Contact';
  if (name === null) return <Text>a deal that is gone</Text>;
  return <Link href={{ url: recordAddress(portalId, recordId, kind), external: true }}>{name}</Link>;
}
