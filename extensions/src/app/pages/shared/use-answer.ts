// Generated from extensions/src/app/cards/shared/use-answer.ts by `npm run generate`: edit it there.
import { useCallback, useEffect, useRef, useState } from 'react';
import { askService, type FailureNotice, type Question, type Reach } from './ask-service.ts';

export type AnswerState<View> =
  | { status: 'loading' }
  /** `isStale`: the last refresh did not come through, so the view is an earlier one. */
  | { status: 'ready'; view: View; isStale: boolean }
  | { status: 'failed'; error: FailureNotice };

export interface Asked<View> {
  state: AnswerState<View>;
  /** Asks the same again; what was answered before stays on the screen meanwhile. */
  refresh: () => void;
  /** Asks again after a failure, and says that the answer is on its way. */
  tryAgain: () => void;
  /** Shows a view that came another way: a change is often answered with it. */
  show: (view: View) => void;
}

/**
 * Asks once when opened, again when path or query change, and when told to; never polls. Only the answer to the newest
 * question is shown, in whatever order answers arrive. A view stays while the service is briefly away; it goes when the
 * service says that it must not be seen.
 */
export function useAnswer<View>(reach: Reach, question: Question<View>): Asked<View> {
  const { path, query, answer } = question;
  const address = `${path}?${new URLSearchParams(query).toString()}`;
  const origin = reach.variables?.['API_ORIGIN'];
  const [shown, setShown] = useState<{ address: string; state: AnswerState<View> }>({
    address,
    state: { status: 'loading' },
  });
  const [attempt, setAttempt] = useState(0);
  const newest = useRef(0);
  useEffect(() => {
    newest.current += 1;
    const number = newest.current;
    void askService(reach, { path, ...(query && { query }), answer }).then((result) => {
      if (number !== newest.current) return;
      setShown((before) => {
        if (result.ok) return { address, state: { status: 'ready', view: result.view, isStale: false } };
        const { code } = result.error;
        const passes = code === 'unavailable' || code === 'too_many_requests';
        return passes && before.address === address && before.state.status === 'ready'
          ? { address, state: { ...before.state, isStale: true } }
          : { address, state: { status: 'failed', error: result.error } };
      });
    });
    return () => {
      newest.current += 1;
    };
    // `origin` and `address` stand for objects that may be new on every render and say the same.
  }, [origin, address, attempt]);

  const refresh = useCallback(() => setAttempt((count) => count + 1), []);
  const tryAgain = useCallback(() => {
    setShown({ address, state: { status: 'loading' } });
    refresh();
  }, [address, refresh]);
  const show = useCallback(
    (view: View) => {
      newest.current += 1;
      setShown({ address, state: { status: 'ready', view, isStale: false } });
    },
    [address],
  );
  const state: AnswerState<View> = shown.address === address ? shown.state : { status: 'loading' };
  return { state, refresh, tryAgain, show };
}
