import type { NewTask, TaskRecord, TaskUpdate } from '../../../hubspot/index.ts';
import { localDate, startOfLocalDate } from '../../../kernel/period.ts';
import type { Action } from './store.ts';

const HOUR_MS = 3_600_000;
/** HubSpot's tasks are due at a moment: in the morning of the day. */
const DUE_AT_HOURS = 9;

/** The task of an action: what everybody who sees the record can read of it. Nothing else of a note is in it. */
export function describeTask(
  { text, dueOn, doerId, record }: Action,
  timeZone: string,
): Omit<NewTask, 'records'> & { readonly records: readonly [TaskRecord] } {
  return {
    subject: text,
    body: '<p>An action from coaching in Sideline.</p>',
    dueAt: new Date(startOfLocalDate(dueOn, timeZone).getTime() + DUE_AT_HOURS * HOUR_MS),
    ownerId: doerId,
    records: [{ type: record.type === 'deal' ? 'deals' : 'contacts', id: record.id }],
  };
}

/** What the task of an action has to say now. */
export function describeTaskUpdate(action: Action, timeZone: string): TaskUpdate['values'] {
  const { subject, dueAt, ownerId } = describeTask(action, timeZone);
  return { subject, dueAt, ownerId, status: action.state === 'done' ? 'COMPLETED' : 'NOT_STARTED' };
}

/** The day on which a task is due for people in the portal's zone; null where HubSpot names none that can be read. */
export function dueDayOf(dueAt: string | null, timeZone: string): string | null {
  const instant = new Date(dueAt ?? '');
  return Number.isNaN(instant.getTime()) ? null : localDate(instant, timeZone);
}

/** Stands in the task, so that it is found again; nothing in it speaks of a person. */
export const markerOf = (portalId: number, actionId: string): string =>
  `Sideline action ${portalId}-${actionId}`;
