import { Checkbox, Flex, Icon, Tag, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { done, type CoachingAction } from '../contract/index.ts';
import { useChange } from '../shared/use-change.ts';
import { useCard } from './card-context.ts';

/** One promise; whoever made it ticks it off. */
export function Action({ action }: { action: CoachingAction }) {
  const { id, text, who, due, isOverdue, isDone, mayTick } = action;
  const { reach, refresh } = useCard();
  const { failure, send } = useChange(reach);
  // What was ticked, until the card has been asked again.
  const [ticked, setTicked] = useState<boolean | null>(null);
  const tick = async (isTicked: boolean) => {
    setTicked(isTicked);
    const input = { actionId: id, isDone: isTicked };
    const result = await send({ path: '/cards/coaching/action/tick', input, answer: done });
    if (result.ok) refresh();
    else setTicked(null);
  };
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
