// Generated from extensions/src/app/cards/coaching/WithdrawLine.tsx by `npm run generate`: edit it there.
import { done } from '../contract/index.ts';
import { useCard } from './card-context.ts';
import { ChangeButton } from './ChangeButton.tsx';

/** Takes a line of the rep's own off their next 1:1. */
export function WithdrawLine({ lineId }: { lineId: string }) {
  const { refresh } = useCard();
  return (
    <ChangeButton
      size="xs"
      change={{ path: '/cards/coaching/line/withdraw', input: { lineId }, answer: done }}
      onDone={refresh}
    >
      Withdraw
    </ChangeButton>
  );
}
