import { createTask, type HubSpotFailure, type NewTask, type PortalSession } from '../hubspot/index.ts';
import { ok, type Result } from '../kernel/result.ts';
import { findMarkedTasks, type TaskMark } from './find-marked-tasks.ts';

/** HubSpot's words about one task that asking again cannot change. */
const forGood: readonly HubSpotFailure['code'][] = ['not_found', 'rejected', 'conflict'];

export const isForGood = ({ code }: Pick<HubSpotFailure, 'code'>): boolean => forGood.includes(code);

/** A task that can be found again by its marker. */
export type MarkedTask = NewTask & TaskMark;

/**
 * Makes a task once and answers its id. HubSpot makes a task as often as it is asked, and a call that broke off may have
 * made one: whoever has asked before (`isRepeat`, kept before the first call is made) looks for the marker first. A call
 * that breaks off fails with `unknown_effect`; repeat it some seconds later, when HubSpot has it in its associations, and for
 * a task without a record SEARCH_LAG_MS later. Whatever became of a task that is found is for `readTasks` to say.
 */
export async function makeTask(
  session: PortalSession,
  { marker, ...task }: MarkedTask,
  { isRepeat }: { readonly isRepeat: boolean },
): Promise<Result<string, HubSpotFailure>> {
  if (isRepeat) {
    const known = await findMarkedTasks(session, { marker, ...task });
    if (!known.ok) return known;
    const [made] = known.value;
    if (made !== undefined) return ok(made.id);
  }
  return createTask(session, { ...task, body: `${task.body}<p>${marker}</p>` });
}
