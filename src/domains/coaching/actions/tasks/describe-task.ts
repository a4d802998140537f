import type { TaskUpdate } from '../../../../hubspot/index.ts';
import { localDate, startOfLocalDate } from '../../../../kernel/period.ts';
import type { MarkedTask } from '../../../../tasks/index.ts';
import type { Action, TaskKind } from '../types.ts';
import { linkedRecord, taskKindOf } from './task-kind-of.ts';

const HOUR_MS = 3_600_000;
/** HubSpot's tasks are due at a moment: in the morning of the day. */
const DUE_AT_HOURS = 9;

/** All that HubSpot is told of an action that is nobody's business but the two people's. */
export const NEUTRAL_SUBJECT = 'Coaching action: open Sideline';

/**
 * The task of an action: what everybody who sees the record can read of a public one. Nothing else of a note is in it, and in a
 * neutral one nothing at all.
 */
export function describeTask(
  { id, text, dueOn, doerId, record }: Action,
  {
    portalId,
    timeZone,
    kind,
  }: { readonly portalId: number; readonly timeZone: string; readonly kind: TaskKind },
): MarkedTask {
  const linked = linkedRecord(record);
  const isPublic = kind === 'public' && linked !== null;
  return {
    subject: isPublic ? text : NEUTRAL_SUBJECT,
    body: '<p>An action from coaching in Sideline.</p>',
    dueAt: new Date(startOfLocalDate(dueOn, timeZone).getTime() + DUE_AT_HOURS * HOUR_MS),
    ownerId: doerId,
    records: isPublic ? [linked] : [],
    // Nothing in it speaks of a person.
    marker: `Sideline action ${portalId}-${id}`,
  };
}

/** What the task of an action has to say now. How somebody calls their own neutral task is left to them. */
export function describeTaskUpdate(
  action: Action,
  { subject, dueAt, ownerId }: MarkedTask,
): TaskUpdate['values'] {
  return {
    ...(taskKindOf(action) === 'public' && { subject }),
    dueAt,
    ownerId,
    status: action.state === 'done' ? 'COMPLETED' : 'NOT_STARTED',
  };
}

/** The day on which a task is due for people in the portal's zone; null where HubSpot names none that can be read. */
export function dueDayOf(dueAt: string | null, timeZone: string): string | null {
  const instant = new Date(dueAt ?? '');
  return Number.isNaN(instant.getTime()) ? null : localDate(instant, timeZone);
}
