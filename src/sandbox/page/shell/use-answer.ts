import { useCallback, useEffect, useState } from 'react';
import { wordsOf } from './words-of.ts';

/** An answer on its way, there, or failed in words. While a new one is on its way the old one stays as `answer`. */
export type Answer<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly answer: Value; readonly stale: boolean; readonly retry: () => void }
  | { readonly state: 'failed'; readonly message: string; readonly retry: () => void };

/** Asks when mounted, when `dependencies` change and on `retry`; an answer that was overtaken is dropped. */
export function useAnswer<Value>(ask: () => Promise<Value>, dependencies: readonly unknown[]): Answer<Value> {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Value>();
  const [message, setMessage] = useState<string>();
  const [stale, setStale] = useState(true);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  useEffect(() => {
    let overtaken = false;
    setStale(true);
    ask().then(
      (value) => {
        if (overtaken) return;
        setAnswer(value);
        setMessage(undefined);
        setStale(false);
      },
      (error: unknown) => {
        if (!overtaken) setMessage(wordsOf(error));
      },
    );
    return () => {
      overtaken = true;
    };
  }, [...dependencies, attempt]);
  if (message !== undefined) return { state: 'failed', message, retry };
  return answer === undefined ? { state: 'loading' } : { state: 'ready', answer, stale, retry };
}
