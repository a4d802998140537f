import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** A request as an operator sees it: no query, no body, no person. */
export interface ServedRequest {
  readonly method: string;
  /** The route's pattern; `none` where nothing is at the address that was asked. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

/** Whoever went away before the answer was complete; no status of HTTP says so, and this one is widely used. */
const GONE_AWAY = 499;

/** Asked every few seconds by whoever watches the process: not worth a line each. */
const quiet = ['/health', '/ready', '/metrics'];

/**
 * Gives each request an id, which the answer carries as `X-Request-Id`, writes one line for it when it is over, and tells
 * the metrics.
 */
export function watchRequests(log: Logger, tell: (request: ServedRequest) => void): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const requestId = randomUUID();
    response.locals['requestId'] = requestId;
    response.setHeader('X-Request-Id', requestId);
    response.once('close', () => {
      const route = (request.route as { path?: unknown } | undefined)?.path;
      const served: ServedRequest = {
        method: request.method,
        route: typeof route === 'string' ? route : 'none',
        status: response.writableFinished ? response.statusCode : GONE_AWAY,
        ms: Math.round((performance.now() - begun) * 10) / 10,
      };
      tell(served);
      const level = quiet.includes(served.route) ? 'debug' : 'info';
      log[level]({ requestId, ...served, portalId: portalOf(response) }, 'request');
    });
    next();
  };
}

/** Notes for the log which portal a request was about, once its signature has been checked. */
export function notePortal(response: Response, portalId: number): void {
  response.locals['portalId'] = portalId;
}

function portalOf(response: Response): number | undefined {
  return response.locals['portalId'] as number | undefined;
}
