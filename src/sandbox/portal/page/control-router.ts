import express, { Router } from 'express';
import * as z from 'zod';
import type { Portal } from '../portal.ts';

const disturbance = z.object({ next: z.enum(['duplicate', 'reverse']) });

/** Levers for tests and for the command that starts the portal; reachable from this machine only, as all of it is. */
export function controlRouter(portal: Portal): Router {
  const router = Router();
  router.use(express.json());

  router.post('/deliveries', (request, response) => {
    const asked = disturbance.safeParse(request.body);
    if (!asked.success) return void response.status(400).json({ message: z.prettifyError(asked.error) });
    portal.webhooks.disturbNext(asked.data.next);
    return void response.status(204).end();
  });

  /** What the company's ops would hand to Sideline, as CSV texts. */
  router.get('/setup', (_request, response) => response.json(portal.state.setup));
  return router;
}
