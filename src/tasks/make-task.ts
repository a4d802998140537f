import {
  createTask,
  listTasksOf,
  type HubSpotFailure,
  type NewTask,
  type PortalSession,
  type TaskRecord,
} from '../hubspot/index.ts';
import { ok, type Result } from '../kernel/result.ts';

/** A task that can be found again by its marker in the notes of its first record's tasks. */
export interface MarkedTask extends NewTask {
  readonly records: readonly [TaskRecord, ...TaskRecord[]];
  /** Stands in the notes as their last line; of letters, digits, spaces and hyphens, and no other task's. */
  readonly marker: string;
}

/**
 * Makes a task once and answers its id. HubSpot makes a task as often as it is asked, and a call that broke off may have
 * made one: whoever has asked before (`isRepeat`, kept before the first call is made) looks for the marker first. A call
 * that breaks off fails with `unknown_effect`; repeat it some seconds later, when HubSpot has it in its associations.
 * Whatever became of a task that is found is for `readTasks` to say.
 */
export async function makeTask(
  session: PortalSession,
  { marker, ...task }: MarkedTask,
  { isRepeat }: { readonly isRepeat: boolean },
): Promise<Result<string, HubSpotFailure>> {
  if (isRepeat) {
    const known = await listTasksOf(session, task.records[0]);
    if (!known.ok) return known;
    const made = known.value.find(({ body }) => body.includes(marker));
    if (made !== undefined) return ok(made.id);
  }
  return createTask(session, { ...task, body: `${task.body}<p>${marker}</p>` });
}
