import { Flex } from '@hubspot/ui-extensions';
import { ChangeButton } from '../../../coaching/ChangeButton.tsx';
import { useCard } from '../../../coaching/card-context.ts';
import { done, type AgendaView } from '../../../contract/index.ts';
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
  const { refresh } = useCard();
  const { id, words, dealId } = line;
  return (
    <Flex gap="sm" align="center" wrap>
      <Ticked id={id} words={words} ticks={ticks} />
      {dealId !== null && <DealLink dealId={dealId} />}
      {mayWithdraw && (
        <ChangeButton
          size="xs"
          change={{ path: '/cards/coaching/line/withdraw', input: { lineId: id }, answer: done }}
          onDone={refresh}
        >
          Withdraw
        </ChangeButton>
      )}
    </Flex>
  );
}
