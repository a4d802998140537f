import { createServer, type RequestListener } from 'node:http';

export interface HttpServer {
  /** Answers once requests are served. */
  open(): Promise<void>;
  /** Takes no further request and lets those that run be answered; one that takes too long is cut off. */
  close(): Promise<void>;
}

/** As long as a load balancer waits for an answer; nothing of ours takes longer. */
const DRAIN_MS = 10_000;
/** Whoever sends a request of at most 1 MB slower than this does so on purpose. */
const REQUEST_MS = 30_000;

export function openServer(
  listener: RequestListener,
  { port, host }: { readonly port: number; readonly host: string },
): HttpServer {
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: 10_000 }, listener);
  return {
    open: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, resolve);
      }),
    close: () =>
      new Promise((resolve) => {
        if (!server.listening) {
          resolve();
          return;
        }
        const cutOff = setTimeout(() => {
          server.closeAllConnections();
        }, DRAIN_MS);
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}
