import * as z from 'zod';
import { objectType, recordOf, Refused } from '../admin/action.ts';
import { currentValue } from '../objects/stored-record.ts';
import type { Portal } from '../portal.ts';
import { signRequest } from '../webhooks/sign-request.ts';

/** A workflow comes to an action of the app, with one record enrolled. */
export const workflowRunRequest = z.strictObject({
  /** The action, by uid. */
  action: z.string(),
  type: objectType,
  id: z.string(),
  /** What was typed into the workflow, by input field. */
  typed: z.record(z.string(), z.string()).default({}),
  /** The properties of the record that the workflow's maker chose, by input field. */
  chosen: z.record(z.string(), z.string()).default({}),
  /** HubSpot may deliver one run more than once; all at the same moment here. */
  deliveries: z.int().min(1).max(10).default(1),
});

export interface WorkflowAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** HubSpot waits no longer for an action. */
const answerWithinMilliseconds = 30_000;

/** Runs an action as HubSpot does: one signed POST a delivery, all with the same callback id. Answers with what the app said. */
export async function runWorkflowAction(
  portal: Portal,
  { action: uid, type, id, typed, chosen, deliveries }: z.infer<typeof workflowRunRequest>,
): Promise<{ callbackId: string; answers: WorkflowAnswer[] }> {
  const { app, state, realClock, effects } = portal;
  const action = app.workflowActions.find((each) => each.uid === uid);
  if (!action) throw new Refused(`the app has no workflow action ${uid}`);
  if (!action.objectTypes.includes(type.label.toLowerCase()))
    throw new Refused(`${action.name} does not run on a ${type.label.toLowerCase()}`);
  const record = recordOf(portal, type, id);
  const taken = Object.entries(chosen).map(([field, name]) => [field, currentValue(record, name) ?? '']);
  const inputFields = { ...typed, ...(Object.fromEntries(taken) as Record<string, string>) };
  const missing = action.inputFields.find((field) => field.isRequired && !inputFields[field.name]);
  if (missing) throw new Refused(`${missing.label} must be filled`);
  const callbackId = `ap-${state.account.portalId}-${state.nextId()}-1-0`;
  const body = JSON.stringify({
    callbackId,
    origin: { portalId: state.account.portalId, actionDefinitionId: 1, actionDefinitionVersion: 1 },
    context: { source: 'WORKFLOWS', workflowId: 1, actionId: 1 },
    object: { objectId: Number(record.id), objectType: type.label },
    fields: inputFields,
    inputFields,
  });
  const deliver = async (): Promise<WorkflowAnswer> => {
    const timestamp = realClock.now().getTime();
    const { clientSecret } = app;
    const signature = signRequest({ clientSecret, method: 'POST', url: action.target, body, timestamp });
    const response = await fetch(action.target, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...signature },
      body,
      signal: AbortSignal.timeout(answerWithinMilliseconds),
    });
    const answer = { status: response.status, body: readBody(await response.text()) };
    effects.note('workflow', `${action.name} on ${type.label.toLowerCase()} ${id} answered ${answer.status}`);
    return answer;
  };
  return { callbackId, answers: await Promise.all(Array.from({ length: deliveries }, deliver)) };
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
