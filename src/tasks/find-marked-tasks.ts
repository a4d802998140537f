import {
  listTasksOf,
  searchTasks,
  type HubSpotFailure,
  type PortalSession,
  type Task,
  type TaskRecord,
} from '../hubspot/index.ts';
import { ok, type Result } from '../kernel/result.ts';

/** By what a task that Sideline made is found again. */
export interface TaskMark {
  /** What it was made for; empty for a task that stands on no record. */
  readonly records: readonly TaskRecord[];
  readonly subject: string;
  /** Stands in the notes as their last line; of letters, digits, spaces and hyphens, and no other task's. */
  readonly marker: string;
}

/**
 * How long HubSpot's search may take to find a task that was just made: reports go up to half a minute. Before that nobody can
 * say that a task without a record is not there.
 */
export const SEARCH_LAG_MS = 60_000;

/** So long after a call broke off HubSpot makes nothing of it any more. */
export const LATEST_MS = 3_600_000;

/** A thousand of the same subject: those made since the first call, unless it was a very long while ago. */
const MOST_PAGES = 5;

/**
 * The tasks that bear a marker and are still there. A task with a record is looked for among those of its first record,
 * which tell at once. One without can only be searched for, by its subject, and search tells after SEARCH_LAG_MS:
 * neither the list of all tasks, which nobody can read through on a click, nor a search for the marker's words, whose
 * splitting HubSpot does not promise, would do.
 */
export async function findMarkedTasks(
  session: PortalSession,
  { records: [record], subject, marker }: TaskMark,
): Promise<Result<readonly Task[], HubSpotFailure>> {
  const found =
    record === undefined
      ? await searchTasks(session, { subject, mostPages: MOST_PAGES })
      : await listTasksOf(session, record);
  return found.ok ? ok(found.value.filter(({ body }) => bears(body, marker))) : found;
}

/** Markers end in a number: one that goes on is another's. */
function bears(body: string, marker: string): boolean {
  return body
    .split(marker)
    .slice(1)
    .some((rest) => !/^\d/.test(rest));
}
