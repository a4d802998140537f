import { workflowRun, type WorkflowRun } from './schemas/workflow-run.ts';

/** Reads the body with which HubSpot runs a workflow action of ours on one record; null where it makes no sense. */
export function readWorkflowRun(body: unknown): WorkflowRun | null {
  const parsed = workflowRun.safeParse(body);
  return parsed.success ? parsed.data : null;
}
