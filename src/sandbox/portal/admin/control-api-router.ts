import express, { Router, type Response } from 'express';
import * as z from 'zod';
import type { Faults } from '../faults/open-faults.ts';
import { faultRequest } from '../faults/fault.ts';
import type { StateLog } from '../state/state-log.ts';
import { Refused } from './action.ts';
import { isAction, type Admin } from './open-admin.ts';

const changesQuery = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(10_000).default(1_000),
});

/** The levers of `portal.faults` and `portal.admin` for tests and people in another process, and what has changed. */
export function controlApiRouter({
  faults,
  admin,
  stateChanges,
}: {
  faults: Faults;
  admin: Admin;
  stateChanges: StateLog;
}): Router {
  const router = Router();
  router.use(express.json({ limit: '2mb' }));

  router.get('/faults', (_request, response) => response.json({ faults: faults.list() }));
  router.post('/faults', (request, response) =>
    answering(response, () => ({ id: faults.add(faultRequest.parse(request.body)).id })),
  );
  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });
  router.delete('/faults/:id', (request, response) => {
    faults.remove(Number(request.params.id));
    response.status(204).end();
  });

  router.post('/admin/:action', (request, response) => {
    const name = request.params.action;
    if (isAction(name)) answering(response, () => (admin[name] as (asked: unknown) => unknown)(request.body));
    else response.status(404).json({ message: `There is no lever ${name}.` });
  });

  router.get('/state-changes', (request, response) =>
    answering(response, () => {
      const { after, limit } = changesQuery.parse(request.query);
      return { count: stateChanges.count, changes: stateChanges.after(after, limit) };
    }),
  );
  return router;
}

/** Answers what `work` comes to: 204 for nothing, 400 with a sentence for what cannot be done. */
function answering(response: Response, work: () => unknown): void {
  try {
    const outcome = work();
    if (outcome === undefined) response.status(204).end();
    else response.json(outcome);
  } catch (error) {
    if (!(error instanceof Refused) && !(error instanceof z.ZodError)) throw error;
    response
      .status(400)
      .json({ message: error instanceof z.ZodError ? z.prettifyError(error) : error.message });
  }
}
