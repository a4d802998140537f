import { Router } from 'express';

export interface PrintedMetrics {
  readonly contentType: string;
  print(): Promise<string>;
}

/** What Prometheus reads; served where only the operator's network reaches it. */
export function metricsRouter(metrics: PrintedMetrics): Router {
  const router = Router();
  router.get('/metrics', async (_request, response) => {
    response.setHeader('Content-Type', metrics.contentType);
    response.send(await metrics.print());
  });
  return router;
}
