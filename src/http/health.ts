import { Router } from 'express';

/** Liveness says that the process answers; readiness also asks the store. */
export function healthRouter(askStore: () => Promise<void>): Router {
  const router = Router();
  router.get('/health', (_request, response) => {
    response.json({ status: 'up' });
  });
  router.get('/ready', async (_request, response) => {
    try {
      await askStore();
      response.json({ status: 'ready' });
    } catch {
      response.status(503).json({ status: 'store unreachable' });
    }
  });
  return router;
}
