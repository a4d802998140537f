import type { RemoteReceiver } from '@remote-ui/core';
import { createRemoteReceiver } from '@remote-ui/react/host';
import { createEndpoint, fromWebWorker } from '@remote-ui/rpc';
import { useEffect, useState } from 'react';
import { wordsOf } from '../shell/words-of.ts';
import type { CardContext, CardServices, CardWorker } from './worker-protocol.ts';

/** Runs a bundle in a worker of its own for as long as the component is there; `crash` says why it stopped. */
export function useCard(options: {
  bundle: string;
  context: CardContext;
  buildServices: (onCrash: (text: string) => void) => CardServices;
}): {
  receiver: RemoteReceiver | undefined;
  mounted: boolean;
  crash: string | undefined;
  restart: () => void;
} {
  const [attempt, setAttempt] = useState(0);
  const [receiver, setReceiver] = useState<RemoteReceiver>();
  const [mounted, setMounted] = useState(false);
  const [crash, setCrash] = useState<string>();
  useEffect(() => {
    const worker = new Worker('/assets/worker.js', { name: options.context.extension.cardTitle });
    const endpoint = createEndpoint<CardWorker>(fromWebWorker(worker));
    const opened = createRemoteReceiver();
    let gone = false;
    const onCrash = (text: string) => {
      if (!gone) setCrash(text);
    };
    setCrash(undefined);
    setMounted(false);
    setReceiver(opened);
    opened.on('mount', () => setMounted(true));
    worker.onerror = (event) => onCrash(event.message);
    endpoint.call
      .start(
        opened.receive,
        new URL(options.bundle, location.origin).href,
        options.context,
        options.buildServices(onCrash),
      )
      .catch((error: unknown) => onCrash(wordsOf(error)));
    return () => {
      gone = true;
      worker.terminate();
    };
    // A card lives for one bundle, viewer and record: its host is keyed by them.
  }, [attempt]);
  return { receiver, mounted, crash, restart: () => setAttempt((count) => count + 1) };
}
