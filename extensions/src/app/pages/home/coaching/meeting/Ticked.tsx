import { Checkbox, Text } from '@hubspot/ui-extensions';
import type { Ticks } from './ticks.ts';

/** Words, with a box to tick while the 1:1 is held. */
export function Ticked({ id, words, ticks }: { id: string; words: string; ticks: Ticks | null }) {
  if (ticks === null) return <Text>{words}</Text>;
  return (
    <Checkbox name={`talked-${id}`} checked={ticks.isTicked(id)} onChange={() => ticks.tick(id)}>
      {words}
    </Checkbox>
  );
}
