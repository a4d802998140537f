import { Router } from 'express';
import type { ApiDocument } from './describe-api.ts';

/** The description of the service; it names no secret and no portal, so anybody may read it. */
export function openApiRouter(document: ApiDocument): Router {
  const router = Router();
  router.get('/openapi.json', (_request, response) => {
    response.json(document);
  });
  return router;
}
