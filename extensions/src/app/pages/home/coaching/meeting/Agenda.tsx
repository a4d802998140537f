import { Flex, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { AgendaView, MeetingView } from '../../../contract/index.ts';
import { AgendaLine } from './AgendaLine.tsx';
import { OwnLine } from './OwnLine.tsx';
import { PromiseLine } from './PromiseLine.tsx';
import type { Ticks } from './ticks.ts';

interface AgendaProps {
  agenda: AgendaView;
  view: MeetingView;
  /** Null unless the 1:1 is being held. */
  ticks: Ticks | null;
}

/** Top to bottom: what the rep added, promises not kept, what else was agreed, what rules raised, wins, the one skill. */
export function Agenda({ agenda, view, ticks }: AgendaProps) {
  const { ownLines, promisesNotKept, openActions, lines, leftOut, wins, skill } = agenda;
  const isEmpty =
    [ownLines, promisesNotKept, openActions, lines, wins].every(({ length }) => length === 0) &&
    skill === null;
  if (isEmpty)
    return (
      <Text>
        Nothing needs you two today: no open promise, no deal at risk. A good time to ask how it goes.
      </Text>
    );
  const whoAdded = view.viewer === 'rep' ? 'You want to talk about' : `${view.rep.name} wants to talk about`;
  return (
    <Flex direction="column" gap="md">
      <Section title={whoAdded}>
        {ownLines.map((line) => (
          <OwnLine key={line.id} line={line} mayWithdraw={view.viewer === 'rep'} ticks={ticks} />
        ))}
      </Section>
      <Section title="Promises not kept">
        {promisesNotKept.map((line) => (
          <PromiseLine key={line.id} line={line} isLate />
        ))}
      </Section>
      <Section title="Worth a conversation" note={leftOut}>
        {lines.map((line) => (
          <AgendaLine key={line.id} line={line} ticks={ticks} />
        ))}
      </Section>
      <Section title="Agreed and still to come">
        {openActions.map((line) => (
          <PromiseLine key={line.id} line={line} isLate={false} />
        ))}
      </Section>
      <Section title="To celebrate">
        {wins.map((line) => (
          <AgendaLine key={line.id} line={line} ticks={ticks} />
        ))}
      </Section>
      <Section title="One skill to work on">
        {skill === null ? [] : [<AgendaLine key={skill.id} line={skill} ticks={ticks} />]}
      </Section>
    </Flex>
  );
}

function Section({
  title,
  note = null,
  children,
}: {
  title: string;
  note?: string | null;
  children: ReactNode[];
}) {
  if (children.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>{title}</Text>
      {children}
      {note !== null && <Text variant="microcopy">{note}</Text>}
    </Flex>
  );
}
