import {
  archiveTasks,
  listTasksOf,
  updateTasks,
  type HubSpotFailure,
  type PortalSession,
} from '../../../hubspot/index.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { makeTask, type TaskFollower } from '../../../tasks/index.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { describeTask, describeTaskUpdate, dueDayOf, markerOf } from './describe-task.ts';
import { forPortal, type UntoldAction } from './store.ts';

const ACTIONS_A_CALL = 100;
/** HubSpot's words about one action that asking again cannot change: it stays in Sideline alone. */
const forGood: readonly HubSpotFailure['code'][] = ['not_found', 'rejected', 'conflict'];

/** Action items as HubSpot tasks: told to HubSpot, and followed there. */
export function createActionTasks({
  db,
  realClock,
  openSealer,
}: Pick<NotesDependencies, 'db' | 'realClock' | 'openSealer'>): TaskFollower {
  const storeOf = async (portalId: number) => forPortal(db, portalId, await openSealer(portalId));
  type Store = Awaited<ReturnType<typeof storeOf>>;

  /** The task of an action, made where there is none yet; null where there is none and none is wanted. */
  const findTask = async (
    { action, taskId, wasAsked, isDropped }: UntoldAction,
    {
      portal,
      session,
      store,
    }: { readonly portal: Portal; readonly session: PortalSession; readonly store: Store },
  ): Promise<Result<string | null, HubSpotFailure>> => {
    if (taskId !== null) return ok(taskId);
    const task = { ...describeTask(action, portal.timeZone), marker: markerOf(portal.id, action.id) };
    if (isDropped) {
      // A call that broke off may have made one all the same.
      const known = wasAsked ? await listTasksOf(session, task.records[0]) : ok([]);
      return known.ok ? ok(known.value.find(({ body }) => body.includes(task.marker))?.id ?? null) : known;
    }
    await store.noteAsked(action.id, realClock.now());
    const made = await makeTask(session, task, { isRepeat: wasAsked });
    if (made.ok) await store.noteTask(action.id, made.value);
    return made;
  };

  const tell = async (
    untold: UntoldAction,
    at: { readonly portal: Portal; readonly session: PortalSession; readonly store: Store },
  ): Promise<Result<null, HubSpotFailure>> => {
    const found = await findTask(untold, at);
    if (!found.ok) return found;
    if (found.value === null) return ok(null);
    if (untold.isDropped) {
      const archived = await archiveTasks(at.session, [found.value]);
      return archived.ok ? ok(null) : archived;
    }
    if (untold.taskId === null && untold.action.state === 'open' && !untold.wasAsked) return ok(null);
    const values = describeTaskUpdate(untold.action, at.portal.timeZone);
    const { failed } = await updateTasks(at.session, [{ id: found.value, values }]);
    const [failure] = failed;
    if (!failure) return ok(null);
    // Deleted in HubSpot meanwhile: nothing is promised any more.
    if (failure.failure.code === 'not_found') await at.store.dropTasks([found.value]);
    return err(failure.failure);
  };

  return {
    async listFollowed(portalId, ids) {
      return (await storeOf(portalId)).listTaskIds(ids);
    },

    async takeTasks(portal, { records, missing }) {
      const store = await storeOf(portal.id);
      for (const { id, subject, status, dueAt } of records) {
        const dueOn = dueDayOf(dueAt, portal.timeZone);
        const isDone = status === 'COMPLETED';
        await store.takeTask({ taskId: id, text: subject, dueOn, isDone }, realClock.now());
      }
      await store.dropTasks(missing);
    },

    async sendTasks(portal, session) {
      const store = await storeOf(portal.id);
      const untold = await store.listUntold(ACTIONS_A_CALL);
      for (const each of untold) {
        const told = await tell(each, { portal, session, store });
        if (!told.ok && !forGood.includes(told.failure.code)) return told;
        await store.settle(each.action.id, each.news);
      }
      return ok(untold.length);
    },
  };
}
