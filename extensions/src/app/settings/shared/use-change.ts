// Generated from extensions/src/app/cards/shared/use-change.ts by `npm run generate`: edit it there.
import { useCallback, useRef, useState } from 'react';
import { tellService, type Answer, type FailureNotice, type Reach } from './ask-service.ts';

interface Intent<View> {
  path: string;
  input: Readonly<Record<string, unknown>>;
  answer: { safeParse(reply: unknown): { success: true; data: View } | { success: false } };
}

/**
 * Sends changes, one at a time. The idempotency key belongs to the intent: the same change tried again after a failure
 * carries the same key, so that it is worked off once even when the first answer was lost; another change gets a new one.
 */
export function useChange(reach: Reach): {
  isSending: boolean;
  failure: FailureNotice | null;
  send: <View>(intent: Intent<View>) => Promise<Answer<View>>;
  forgetFailure: () => void;
} {
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<FailureNotice | null>(null);
  const unsettled = useRef<{ words: string; key: string } | null>(null);

  const send = useCallback(
    async <View>({ path, input, answer }: Intent<View>): Promise<Answer<View>> => {
      const words = JSON.stringify([path, input]);
      if (unsettled.current?.words !== words) unsettled.current = { words, key: crypto.randomUUID() };
      setSending(true);
      setFailure(null);
      const result = await tellService(reach, { path, input, answer, key: unsettled.current.key });
      setSending(false);
      if (result.ok) unsettled.current = null;
      else setFailure(result.error);
      return result;
    },
    // The service's address is all that counts of `reach`, which may be a new object on every render.
    [reach.variables?.['API_ORIGIN']],
  );
  const forgetFailure = useCallback(() => setFailure(null), []);
  return { isSending, failure, send, forgetFailure };
}
