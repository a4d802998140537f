import { Checkbox, Flex, Tag, Text } from '@hubspot/ui-extensions';
import { useTick } from '../../../coaching/use-tick.ts';
import type { PromiseLineView } from '../../../contract/index.ts';
import { DealLink } from './DealLink.tsx';

interface PromiseLineProps {
  line: PromiseLineView;
  isLate: boolean;
}

/** Something agreed that is not finished; whoever promised it ticks it off. */
export function PromiseLine({ line, isLate }: PromiseLineProps) {
  const { actionId, words, due, carried, mayTick, dealId, question, isNew } = line;
  const { ticked, failure, tick } = useTick(actionId);
  return (
    <Flex direction="column" gap="flush">
      <Flex gap="sm" align="center" wrap>
        {mayTick ? (
          <Checkbox name={`action-${actionId}`} checked={ticked ?? false} onChange={(is) => void tick(is)}>
            {words}
          </Checkbox>
        ) : (
          <Text>{words}</Text>
        )}
        {isLate ? <Tag variant="warning">{due}</Tag> : <Text variant="microcopy">{due}</Text>}
        {isNew && <Tag>New</Tag>}
        {carried !== null && <Text variant="microcopy">{carried}</Text>}
        {dealId !== null && <DealLink dealId={dealId} />}
      </Flex>
      {question !== null && <Text format={{ italic: true }}>{question}</Text>}
      {failure !== null && <Text format={{ fontWeight: 'demibold' }}>{failure.message}</Text>}
    </Flex>
  );
}
