import { Flex, Tag, Text } from '@hubspot/ui-extensions';
import type { AgendaLineView } from '../../../contract/index.ts';
import { DealLink } from './DealLink.tsx';
import { Ticked } from './Ticked.tsx';
import type { Ticks } from './ticks.ts';

interface AgendaLineProps {
  line: AgendaLineView;
  ticks: Ticks | null;
}

/** A line that a rule has raised: what is the case, why it is here, and what to ask. */
export function AgendaLine({ line, ticks }: AgendaLineProps) {
  const { id, words, rules, question, dealId, isNew } = line;
  return (
    <Flex direction="column" gap="flush">
      <Flex gap="sm" align="center" wrap>
        <Ticked id={id} words={words} ticks={ticks} />
        {isNew && <Tag>New</Tag>}
        {dealId !== null && <DealLink dealId={dealId} />}
      </Flex>
      {question !== null && <Text format={{ italic: true }}>{question}</Text>}
      <Text variant="microcopy">{rules.join(' · ')}</Text>
    </Flex>
  );
}
