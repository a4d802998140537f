import { Agent, setGlobalDispatcher } from 'undici';

/** Milliseconds that a call may take to connect, to be answered, and between two pieces of the answer. */
export interface HttpTimeouts {
  readonly connect: number;
  readonly headers: number;
  readonly body: number;
}

export const httpTimeouts: HttpTimeouts = { connect: 10_000, headers: 30_000, body: 30_000 };

/** Sets the timeouts of this process's `fetch`, because HubSpot's client has none and a silent socket would hang for ever. */
export function installTimeouts(timeouts: HttpTimeouts = httpTimeouts): void {
  setGlobalDispatcher(
    new Agent({
      // As `fetch` does by itself; HTTP/2 over a dispatcher of another release is a path that nobody has tried.
      allowH2: false,
      connect: { timeout: timeouts.connect },
      headersTimeout: timeouts.headers,
      bodyTimeout: timeouts.body,
    }),
  );
}
