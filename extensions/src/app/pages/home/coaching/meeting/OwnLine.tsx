import { Flex } from '@hubspot/ui-extensions';
import { HandLineOn } from '../../../coaching/HandLineOn.tsx';
import { WithdrawLine } from '../../../coaching/WithdrawLine.tsx';
import type { AgendaView } from '../../../contract/index.ts';
import { DealLink } from './DealLink.tsx';
import { Ticked } from './Ticked.tsx';
import type { Ticks } from './ticks.ts';

interface OwnLineProps {
  line: AgendaView['ownLines'][number];
  mayWithdraw: boolean;
  ticks: Ticks | null;
}

/** What the rep wants to talk about. */
export function OwnLine({ line, mayWithdraw, ticks }: OwnLineProps) {
  const { id, words, dealId, ...reading } = line;
  return (
    <Flex direction="column" gap="flush">
      <Flex gap="sm" align="center" wrap>
        <Ticked id={id} words={words} ticks={ticks} />
        {dealId !== null && <DealLink dealId={dealId} />}
        {mayWithdraw && <WithdrawLine lineId={id} />}
      </Flex>
      <HandLineOn lineId={id} reading={reading} />
    </Flex>
  );
}
