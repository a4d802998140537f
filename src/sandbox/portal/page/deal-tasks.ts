import type { TaskEntry } from '../../page/portal-types.ts';
import { ageTask, isTaskCompleted } from '../objects/calculate-task.ts';
import { dealType, taskType } from '../objects/object-types.ts';
import { currentValue, type StoredRecord } from '../objects/stored-record.ts';
import type { Portal } from '../portal.ts';
import { personName } from './format-value.ts';

/** The tasks of a deal that are still there: open ones by due date, then those that are done. */
export function dealTasks(portal: Portal, dealId: string): readonly TaskEntry[] {
  const { state, businessClock } = portal;
  return state.associations
    .links(dealType, dealId, taskType)
    .flatMap(({ toId }) => state.records(taskType).get(toId) ?? [])
    .filter(({ archivedAt }) => archivedAt === null)
    .map((task) => taskEntry(portal, ageTask(task, businessClock.now())))
    .toSorted(
      (a, b) => Number(a.isCompleted) - Number(b.isCompleted) || (a.dueAt ?? '').localeCompare(b.dueAt ?? ''),
    );
}

export function isTaskOf({ state }: Portal, dealId: string, taskId: string): boolean {
  return state.associations.links(taskType, taskId, dealType).some(({ toId }) => toId === dealId);
}

function taskEntry({ state }: Portal, task: StoredRecord): TaskEntry {
  const owner = state.people.get(currentValue(task, 'hubspot_owner_id') ?? '');
  return {
    id: task.id,
    subject: currentValue(task, 'hs_task_subject') ?? '',
    notes: currentValue(task, 'hs_body_preview'),
    dueAt: currentValue(task, 'hs_timestamp'),
    ownerName: owner ? personName(owner) : null,
    isCompleted: isTaskCompleted(task),
    isOverdue: currentValue(task, 'hs_task_is_overdue') === 'true',
  };
}
