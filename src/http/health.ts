import { Router } from 'express';

/**
 * Liveness says that the process answers; readiness also asks what it needs. `findFault` answers with what is missing, in
 * words without any detail, or null.
 */
export function healthRouter(findFault: () => Promise<string | null>): Router {
  const router = Router();
  router.get('/health', (_request, response) => {
    response.json({ status: 'up' });
  });
  router.get('/ready', async (_request, response) => {
    const fault = await findFault();
    response.status(fault === null ? 200 : 503).json({ status: fault ?? 'ready' });
  });
  return router;
}
