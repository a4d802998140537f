import { currentValue, type StoredRecord } from './stored-record.ts';

const previewCharacters = 300;

/**
 * The read-only values that HubSpot derives from a task's written ones, at a write at the instant `at`. Whether it is
 * overdue depends on the time alone: see `ageTask`.
 */
export function calculateTask({
  task,
  before,
  at,
}: {
  task: StoredRecord;
  before: StoredRecord | null;
  at: string;
}): Readonly<Record<string, string>> {
  const isCompleted = isTaskCompleted(task);
  const completedBefore = before?.calculated['hs_task_completion_date'] ?? '';
  const owner = currentValue(task, 'hubspot_owner_id');
  return {
    hs_task_is_completed: isCompleted ? '1' : '0',
    hs_task_completion_date: isCompleted ? completedBefore || at : '',
    hs_body_preview: preview(currentValue(task, 'hs_task_body') ?? ''),
    ...(owner !== (before && currentValue(before, 'hubspot_owner_id')) && { hubspot_owner_assigneddate: at }),
    ...writers(task, before),
  };
}

/** The task as it stands at the instant `now`: HubSpot counts an open task as overdue once its due date has passed. */
export function ageTask(task: StoredRecord, now: Date): StoredRecord {
  const due = Date.parse(currentValue(task, 'hs_timestamp') ?? '');
  const isOverdue = !isTaskCompleted(task) && due < now.getTime();
  return { ...task, calculated: { ...task.calculated, hs_task_is_overdue: String(isOverdue) } };
}

export function isTaskCompleted(task: StoredRecord): boolean {
  return currentValue(task, 'hs_task_status') === 'COMPLETED';
}

/** The notes without their HTML, cut short. */
function preview(html: string): string {
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, previewCharacters);
}

/** Who wrote it first and last; an app is no user. */
function writers(task: StoredRecord, before: StoredRecord | null): Record<string, string> {
  const newest = Object.values(task.history)
    .flatMap(([version]) => version ?? [])
    .reduce<{ timestamp: string; updatedByUserId: number | null } | null>(
      (latest, version) => (latest === null || version.timestamp > latest.timestamp ? version : latest),
      null,
    );
  const userId = newest?.updatedByUserId;
  if (userId === null || userId === undefined) return {};
  return {
    ...(before === null && { hs_created_by_user_id: String(userId) }),
    hs_updated_by_user_id: String(userId),
  };
}
