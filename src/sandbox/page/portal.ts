import type {
  CardFetch,
  CardFetchAnswer,
  DealPage,
  Effect,
  PortalRecord,
  PropertyValues,
  RecordKey,
  Session,
  TaskEntry,
  WorkflowActionEntry,
  WorkflowRunAnswer,
} from './portal-types.ts';

/** The question that the deal list asks; empty strings ask for everything. */
export interface DealQuestion {
  readonly search: string;
  readonly stage: string;
  readonly owner: string;
  readonly page: number;
}

export const readSession = (): Promise<Session> => ask('session');

export const readDeals = ({ search, stage, owner, page }: DealQuestion): Promise<DealPage> =>
  ask(`deals?${new URLSearchParams({ search, stage, owner, page: String(page) })}`);

export const readRecord = (key: RecordKey): Promise<PortalRecord> => ask(pathOf(key));

/** Edits the record as `userId`; the portal tells everybody who watches the record, this page included. */
export const editRecord = (key: RecordKey, userId: number, properties: PropertyValues): Promise<unknown> =>
  ask(pathOf(key), 'PATCH', { userId, properties });

export const readTasks = async (dealId: string): Promise<readonly TaskEntry[]> =>
  (await ask<{ tasks: readonly TaskEntry[] }>(`deals/${encodeURIComponent(dealId)}/tasks`)).tasks;

export const editTask = (taskId: string, userId: number, properties: PropertyValues): Promise<unknown> =>
  ask(`tasks/${encodeURIComponent(taskId)}`, 'PATCH', { userId, properties });

export const deleteTask = (taskId: string, userId: number): Promise<unknown> =>
  ask(`tasks/${encodeURIComponent(taskId)}`, 'DELETE', { userId });

/** Runs a workflow action on a record; fields that a workflow takes from the record are taken from its owner. */
export const runWorkflow = (
  key: RecordKey,
  { uid, fields }: WorkflowActionEntry,
  run: { readonly typed: Readonly<Record<string, string>>; readonly deliveries: number },
): Promise<WorkflowRunAnswer> =>
  ask('workflow-runs', 'POST', {
    action: uid,
    type: key.kind,
    id: key.id,
    chosen: Object.fromEntries(
      fields.filter(({ value }) => value === 'property').map(({ name }) => [name, 'hubspot_owner_id']),
    ),
    ...run,
  });

export const fetchForCard = (request: CardFetch): Promise<CardFetchAnswer> =>
  ask('card-fetch', 'POST', request);

export const readEffects = async (): Promise<readonly Effect[]> =>
  (await ask<{ effects: readonly Effect[] }>('effects')).effects;

/** Follows one record; the returned function stops it. `receive` gets only what changed; `onTasks` hears that tasks did. */
export function followRecord(
  key: RecordKey,
  receive: (changed: PropertyValues) => void,
  onTasks: () => void,
): () => void {
  const source = new EventSource(`/sandbox/api/${pathOf(key)}/events`);
  source.onmessage = (event) => {
    receive((JSON.parse(String(event.data)) as { properties: PropertyValues }).properties);
  };
  source.addEventListener('tasks', onTasks);
  return () => source.close();
}

const pathOf = ({ kind, id }: RecordKey): string => `${kind}/${encodeURIComponent(id)}`;

async function ask<Answer>(path: string, method = 'GET', body?: unknown): Promise<Answer> {
  const response = await fetch(`/sandbox/api/${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(messageOf(text) ?? `The sandbox portal answered ${response.status}.`);
  return (text === '' ? null : JSON.parse(text)) as Answer;
}

/** HubSpot's error bodies carry a `message`; anything else is shown by its status. */
function messageOf(text: string): string | undefined {
  try {
    const { message } = JSON.parse(text) as { message?: unknown };
    return typeof message === 'string' ? message : undefined;
  } catch {
    return undefined;
  }
}
