import { Checkbox, Flex, Icon, Tag, Text } from '@hubspot/ui-extensions';
import type { CoachingAction } from '../contract/index.ts';
import { useTick } from './use-tick.ts';

/** One promise; whoever made it ticks it off. */
export function Action({ action }: { action: CoachingAction }) {
  const { id, text, who, due, isOverdue, isDone, mayTick } = action;
  const { ticked, failure, tick } = useTick(id);
  const said = `${who}: ${text}`;
  return (
    <Flex direction="column" gap="flush">
      <Flex gap="sm" align="center" wrap>
        {mayTick ? (
          <Checkbox name={`action-${id}`} checked={ticked ?? isDone} onChange={(is) => void tick(is)}>
            {said}
          </Checkbox>
        ) : (
          <Text>{said}</Text>
        )}
        {isDone && !mayTick && <Icon name="success" size="sm" screenReaderText="Done" />}
        {isOverdue ? <Tag variant="warning">{due}</Tag> : <Text variant="microcopy">{due}</Text>}
      </Flex>
      {failure !== null && <Text format={{ fontWeight: 'demibold' }}>{failure.message}</Text>}
    </Flex>
  );
}
