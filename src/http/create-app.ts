import express, { type Express, type Router } from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { handleError } from './error-edge.ts';

const BODY_LIMIT = '1mb';

/** The HTTP face of the service: raw bodies for signatures, then the rooms' routers, then one error edge. */
export function createApp(routers: readonly Router[], log: Logger): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(helmet());
  app.use(express.raw({ type: () => true, limit: BODY_LIMIT }));
  for (const router of routers) app.use(router);
  app.use((_request, response) => {
    response.status(404).json({ error: { code: 'not_found', message: 'There is nothing at this address.' } });
  });
  app.use(handleError(log));
  return app;
}
