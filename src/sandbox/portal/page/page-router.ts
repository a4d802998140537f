import { basename, dirname } from 'node:path';
import express, { Router } from 'express';
import type { Portal } from '../portal.ts';

/**
 * The files of the portal's page: the built page itself (`index.html` serves every address of it) and the bundles of
 * the app's cards and pages.
 */
export function pageRouter({ app }: Portal, pageDirectory: string | null): Router {
  const router = Router();
  router.get('/sandbox/cards/:file', (request, response, next) => {
    const hosted = [...app.cards, ...app.pages].find(({ uid }) => `${uid}.js` === request.params.file);
    // With a root, folders above the file whose names begin with a dot do no harm.
    if (hosted) response.sendFile(basename(hosted.bundleFile), { root: dirname(hosted.bundleFile) });
    else next();
  });
  if (pageDirectory !== null) {
    router.use(express.static(pageDirectory));
    router.get(['/deals/:id', '/contacts/:id', '/settings', '/home', '/home/*path'], (_request, response) =>
      response.sendFile('index.html', { root: pageDirectory }),
    );
  }
  return router;
}
