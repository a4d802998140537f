import { Router, type Request, type Response } from 'express';
import { readWorkflowRun, type WorkflowRun } from '../hubspot/index.ts';
import type { Portal } from '../kernel/portal.ts';
import type { Result } from '../kernel/result.ts';
import { readJson } from './read-json.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';
import { isRefusedUnsigned, type Signing } from './signing.ts';
import { notePortal } from './watch-requests.ts';

/** An action that workflows of HubSpot may take. */
export interface WorkflowAction {
  readonly path: string;
  /**
   * What HubSpot tells the workflow: the values of the action's output fields, and whether it went well. HubSpot runs an action
   * again that was answered with a 5xx or a 429, for up to three days; any other refusal fails on this record for good.
   */
  run(portal: Portal, run: WorkflowRun): Promise<Result<WorkflowOutcome, Refusal>>;
}

export interface WorkflowOutcome {
  /** Where it did not go well the workflow says so and goes on. */
  readonly isDone: boolean;
  readonly outputFields: Readonly<Record<string, string>>;
}

export interface WorkflowAccess extends Signing {
  findPortal(portalId: number): Promise<Portal | null>;
}

/**
 * Serves workflow actions: signature, then body, then the portal that the body names, which must be a live install. Nobody
 * asks, hence nothing that depends on who asks is told.
 */
export function serveWorkflowActions(actions: readonly WorkflowAction[], access: WorkflowAccess): Router {
  const router = Router();
  for (const action of actions) {
    router.post(action.path, (request, response) => answer(action, access, request, response));
  }
  return router;
}

async function answer(action: WorkflowAction, access: WorkflowAccess, request: Request, response: Response) {
  response.setHeader('Cache-Control', 'no-store');
  if (isRefusedUnsigned(request, response, access)) return;
  const run = readWorkflowRun(readJson(request.body));
  if (run === null) {
    refuse(response, { code: 'bad_request', message: 'This is no run of a workflow action.' });
    return;
  }
  const portal = await access.findPortal(run.portalId);
  if (!portal?.connected) {
    refuse(response, {
      code: 'not_connected',
      message: 'Sideline is not connected to this HubSpot account.',
    });
    return;
  }
  notePortal(response, portal.id);
  const outcome = await action.run(portal, run);
  if (!outcome.ok) {
    refuse(response, outcome.failure);
    return;
  }
  const { isDone, outputFields } = outcome.value;
  response.json({
    outputFields: { ...outputFields, hs_execution_state: isDone ? 'SUCCESS' : 'FAIL_CONTINUE' },
  });
}
