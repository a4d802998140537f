import { Flex, Text } from '@hubspot/ui-extensions';
import type { CoachingCardView } from '../contract/index.ts';
import { HandLineOn } from './HandLineOn.tsx';
import { WithdrawLine } from './WithdrawLine.tsx';

interface LinesProps {
  lines: CoachingCardView['lines'];
  /** Null: the viewer wrote them. */
  repName: string | null;
}

/** What the rep wants to talk about next time. */
export function Lines({ lines, repName }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>
        {repName === null ? 'For your next 1:1' : `${repName} wants to talk about`}
      </Text>
      {lines.map(({ id, text, dateLabel, mayWithdraw, ...reading }) => (
        <Flex key={id} justify="between" align="start" gap="sm">
          <Flex direction="column" gap="flush">
            <Text>{text}</Text>
            <Text variant="microcopy">{dateLabel}</Text>
            <HandLineOn lineId={id} reading={reading} />
          </Flex>
          {mayWithdraw && <WithdrawLine lineId={id} />}
        </Flex>
      ))}
    </Flex>
  );
}
