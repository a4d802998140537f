import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { HubSpotFailure } from '../failure.ts';
import { associated } from '../schemas/association.ts';
import { crmRecord } from '../schemas/crm-record.ts';
import { nothing } from '../schemas/fields.ts';
import { page } from '../schemas/page.ts';
import { task, taskProperties } from '../schemas/task.ts';
import type { Task } from '../schemas/task.ts';
import type { PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';
import { chunk } from './chunk.ts';
import { collectPages, listPages } from './list-pages.ts';
import { readRecords } from './read-records.ts';
import type { RecordsRead } from './read-records.ts';
import type { UpdateOutcome } from './sort-batch-rows.ts';
import { updateRecords } from './update-records.ts';

const path = `/crm/objects/${apiVersion.objects}`;
const mostAssociationsAPage = '500';

/** A record that tasks can belong to. */
export interface TaskRecord {
  readonly type: 'deals' | 'contacts' | 'companies';
  readonly id: string;
}

/** HubSpot's kinds of association from a task. */
const associationTypeIds = { deals: 216, contacts: 204, companies: 192 } as const;

/** What is written to a task; what is left out stays as it is, null takes the owner away. */
export interface TaskValues {
  readonly subject: string;
  /** HTML. */
  readonly body: string;
  readonly status: 'NOT_STARTED' | 'IN_PROGRESS' | 'WAITING' | 'DEFERRED' | 'COMPLETED';
  readonly dueAt: Date;
  readonly ownerId: string | null;
}

export interface NewTask extends Omit<TaskValues, 'status'> {
  /** Without any it stands on no record, only among its owner's tasks. */
  readonly records: readonly TaskRecord[];
}

export interface TaskUpdate {
  readonly id: string;
  readonly values: Partial<TaskValues>;
}

/**
 * Makes a task with its associations in one call and answers its id. Nothing stops HubSpot from making it twice: after
 * `unknown_effect` look with `listTasksOf` whether it is there before asking again. Scope `crm.objects.contacts.write`.
 */
export function createTask(
  session: PortalSession,
  { records, ...values }: NewTask,
): Promise<Result<string, HubSpotFailure>> {
  return session.call({
    method: 'POST',
    path: `${path}/tasks`,
    json: {
      properties: { ...writtenProperties(values), hs_task_status: 'NOT_STARTED', hs_task_type: 'TODO' },
      associations: records.map(({ type, id }) => ({
        to: { id },
        types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: associationTypeIds[type] }],
      })),
    },
    repeatable: false,
    reply: crmRecord.transform(({ id }) => id),
  });
}

/**
 * Reads the tasks that belong to a record and are still there; `not_found` where the record is gone. Scope
 * `crm.objects.contacts.read`, and the record's own.
 */
export async function listTasksOf(
  session: PortalSession,
  { type, id }: TaskRecord,
): Promise<Result<readonly Task[], HubSpotFailure>> {
  const ids = await collectPages(
    listPages((after) =>
      session.call({
        method: 'GET',
        path: `${path}/${type}/${encodeURIComponent(id)}/associations/tasks`,
        query: { limit: mostAssociationsAPage, ...(after !== null && { after }) },
        repeatable: true,
        reply: page(associated),
      }),
    ),
  );
  if (!ids.ok) return ids;
  const read = await readTasks(session, ids.value);
  return read.ok ? ok(read.value.records) : read;
}

/** Reads the present state of tasks by id. Scope `crm.objects.contacts.read`. */
export function readTasks(
  session: PortalSession,
  ids: readonly string[],
): Promise<Result<RecordsRead<Task>, HubSpotFailure>> {
  return readRecords(session, { objectType: 'tasks', ids, properties: taskProperties, item: task });
}

/** Sets values of tasks, each id at most once. Scope `crm.objects.contacts.write`. */
export function updateTasks(session: PortalSession, updates: readonly TaskUpdate[]): Promise<UpdateOutcome> {
  return updateRecords(
    session,
    'tasks',
    updates.map(({ id, values }) => ({ id, properties: writtenProperties(values) })),
  );
}

/** Archives tasks; one that is gone already stays so. Scope `crm.objects.contacts.write`. */
export async function archiveTasks(
  session: PortalSession,
  ids: readonly string[],
): Promise<Result<undefined, HubSpotFailure>> {
  for (const part of chunk([...new Set(ids)])) {
    const reply = await session.call({
      method: 'POST',
      path: `${path}/tasks/batch/archive`,
      json: { inputs: part.map((id) => ({ id })) },
      repeatable: true,
      reply: nothing,
    });
    if (!reply.ok) return reply;
  }
  return ok(undefined);
}

function writtenProperties({ subject, body, status, dueAt, ownerId }: Partial<TaskValues>) {
  return {
    ...(subject !== undefined && { hs_task_subject: subject }),
    ...(body !== undefined && { hs_task_body: body }),
    ...(status !== undefined && { hs_task_status: status }),
    ...(dueAt !== undefined && { hs_timestamp: dueAt.toISOString() }),
    ...(ownerId !== undefined && { hubspot_owner_id: ownerId ?? '' }),
  };
}
