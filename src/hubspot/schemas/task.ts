import type * as z from 'zod';
import { crmRecord } from './crm-record.ts';

/** Without being asked by name HubSpot gives none of these. */
export const taskProperties = [
  'hs_task_subject',
  'hs_task_body',
  'hs_task_status',
  'hs_timestamp',
  'hs_task_completion_date',
  'hubspot_owner_id',
];

/**
 * A task as its record shows it. `body` is HTML; `status` is HubSpot's (NOT_STARTED, IN_PROGRESS, WAITING, DEFERRED,
 * COMPLETED, and what HubSpot may add); instants are ISO-8601 in UTC; `ownerId` is an owner's id.
 */
export const task = crmRecord.transform(({ id, properties, createdAt, updatedAt }) => ({
  id,
  subject: properties['hs_task_subject'] ?? '',
  body: properties['hs_task_body'] ?? '',
  status: properties['hs_task_status'] ?? 'NOT_STARTED',
  dueAt: properties['hs_timestamp'] ?? null,
  completedAt: properties['hs_task_completion_date'] ?? null,
  ownerId: properties['hubspot_owner_id'] ?? null,
  createdAt,
  updatedAt,
}));
export type Task = z.infer<typeof task>;
