import { useState } from 'react';
import { done } from '../contract/index.ts';
import { useChange } from '../shared/use-change.ts';
import { useCard } from './card-context.ts';

/** Ticks a promise off, or opens it again; `ticked` is what was said last, until the view has been asked for anew. */
export function useTick(actionId: string) {
  const { reach, refresh } = useCard();
  const { failure, send } = useChange(reach);
  const [ticked, setTicked] = useState<boolean | null>(null);
  const tick = async (isDone: boolean) => {
    setTicked(isDone);
    const result = await send({
      path: '/cards/coaching/action/tick',
      input: { actionId, isDone },
      answer: done,
    });
    if (result.ok) refresh();
    else setTicked(null);
  };
  return { ticked, failure, tick };
}
