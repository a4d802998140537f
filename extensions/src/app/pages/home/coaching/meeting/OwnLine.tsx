import { Flex } from '@hubspot/ui-extensions';
import type { AgendaView } from '../../../contract/index.ts';
import { DealLink } from './DealLink.tsx';
import { Ticked } from './Ticked.tsx';
import type { Ticks } from './ticks.ts';
import { WithdrawLine } from '../../../coaching/WithdrawLine.tsx';

interface OwnLineProps {
  line: AgendaView['ownLines'][number];
  mayWithdraw: boolean;
  ticks: Ticks | null;
}

/** What the rep wants to talk about. */
export function OwnLine({ line, mayWithdraw, ticks }: OwnLineProps) {
  const { id, words, dealId } = line;
  return (
    <Flex gap="sm" align="center" wrap>
      <Ticked id={id} words={words} ticks={ticks} />
      {dealId !== null && <DealLink dealId={dealId} />}
      {mayWithdraw && <WithdrawLine lineId={id} />}
    </Flex>
  );
}
