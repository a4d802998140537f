import express, { type ErrorRequestHandler, type Express } from 'express';
import { controlApiRouter } from './admin/control-api-router.ts';
import type { Admin } from './admin/open-admin.ts';
import { faultGate } from './faults/suffer.ts';
import { answer, invalid } from './http/answer.ts';
import { canonicalPath } from './http/canonical-path.ts';
import { apiRoutes } from './http/registry.ts';
import { send, serveRoute } from './http/serve-route.ts';
import { oauthRouter } from './oauth/oauth-router.ts';
import { controlRouter } from './page/control-router.ts';
import { pageApiRouter } from './page/page-api-router.ts';
import { pageRouter } from './page/page-router.ts';
import type { Portal } from './portal.ts';

/** The whole HTTP face of the portal: HubSpot's API, its OAuth pages, and the sandbox's own page. */
export function portalRouter(
  portal: Portal,
  { admin, pageDirectory }: { admin: Admin; pageDirectory: string | null },
): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.use('/sandbox/api', pageApiRouter(portal));
  app.use('/sandbox/api', controlApiRouter({ ...portal, admin }));
  app.use('/sandbox/control', controlRouter(portal));

  app.use(faultGate(portal));
  app.use((request, _response, next) => {
    const path = canonicalPath(request.path);
    if (path !== null) request.url = path + request.url.slice(request.path.length);
    next();
  });
  app.use(oauthRouter(portal));
  app.use('/', express.json({ limit: '5mb', strict: false }));
  for (const route of apiRoutes) app[route.method](route.path, serveRoute(portal, route));

  app.use(pageRouter(portal, pageDirectory));
  app.use((_request, response) => {
    response.status(404).type('html').send('<!doctype html><title>Not found</title><h1>Not found</h1>');
  });
  app.use(errorEdge);
  return app;
}

/** Express knows an error handler by its four parameters. */
const errorEdge: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  // A fault of the sandbox itself: without its trace on stderr nobody could find it.
  if (status >= 500) console.error(error);
  send(
    response,
    status < 500
      ? invalid(`Invalid input JSON: ${error instanceof Error ? error.message : ''}`)
      : answer(500, { status: 'error', message: 'internal error' }),
  );
};
