import { Router } from 'express';
import { Refused } from '../admin/action.ts';
import type { Portal } from '../portal.ts';
import { runWorkflowAction, workflowRunRequest } from '../workflows/run-action.ts';
import { readRequest } from './page-request.ts';

/** What a workflow of the company would do, by hand: for the record's page, and for tests in another process. */
export function workflowRouter(portal: Portal): Router {
  const router = Router();
  router.post('/workflow-runs', async (request, response) => {
    const asked = readRequest(workflowRunRequest, request.body, response);
    if (!asked) return;
    try {
      response.json(await runWorkflowAction(portal, asked));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      response.status(400).json({ message: error.message });
    }
  });
  return router;
}
