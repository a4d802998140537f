import express, { type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { handleError } from './error-edge.ts';
import { watchRequests, type ServedRequest } from './watch-requests.ts';

/** The largest body that is read; HubSpot's own limit for a webhook delivery and for a card's request is below. */
const BODY_LIMIT = '1mb';

/** The HTTP face of the service: raw bodies for signatures, then the rooms' routers, then one error edge. */
export function createApp(
  routers: readonly RequestHandler[],
  log: Logger,
  tell: (request: ServedRequest) => void = () => {},
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  // The proxy in front says whose request it hands on; only its word counts, not what the caller wrote before it.
  app.set('trust proxy', 1);
  app.use(watchRequests(log, tell));
  app.use(helmet());
  app.use(express.raw({ type: () => true, limit: BODY_LIMIT }));
  for (const router of routers) app.use(router);
  app.use((_request, response) => {
    response.status(404).json({ error: { code: 'not_found', message: 'There is nothing at this address.' } });
  });
  app.use(handleError(log));
  return app;
}
