// Generated from extensions/src/app/cards/coaching/use-shown-view.ts by `npm run generate`: edit it there.
import { useCallback, useRef, useState } from 'react';
import type { CoachingCardView } from '../contract/index.ts';
import type { AnswerState } from '../shared/use-answer.ts';

/** How many writers hold the card as it is. */
export function useHolds(): { isHeld: boolean; hold: () => () => void } {
  const [count, setCount] = useState(0);
  const hold = useCallback(() => {
    setCount((before) => before + 1);
    return () => setCount((before) => before - 1);
  }, []);
  return { isHeld: count > 0, hold };
}

/**
 * The view to show; null where there is none. While somebody writes, the card stays about the same rep and does not give
 * way to a failure: what is written would go with it.
 */
export function useShownView(
  state: AnswerState<CoachingCardView>,
  isHeld: boolean,
): { view: CoachingCardView; isStale: boolean } | null {
  const last = useRef<CoachingCardView | null>(null);
  const answered = state.status === 'ready' ? state.view : null;
  const isOfSameRep = answered !== null && answered.rep?.ownerId === last.current?.rep?.ownerId;
  if (answered !== null && (!isHeld || isOfSameRep)) last.current = answered;
  if (isHeld && last.current !== null) {
    return {
      view: last.current,
      isStale: last.current !== answered || (state.status === 'ready' && state.isStale),
    };
  }
  return state.status === 'ready' ? { view: state.view, isStale: state.isStale } : null;
}
