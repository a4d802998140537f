import {
  archiveTasks,
  updateTasks,
  type HubSpotFailure,
  type PortalSession,
  type Task,
} from '../../../../hubspot/index.ts';
import type { Portal } from '../../../../kernel/portal.ts';
import { err, ok, type Result } from '../../../../kernel/result.ts';
import {
  findMarkedTasks,
  isForGood,
  LATEST_MS,
  makeTask,
  SEARCH_LAG_MS,
  type TaskFollower,
} from '../../../../tasks/index.ts';
import type { NotesDependencies } from '../../notes/service.ts';
import { describeTask, describeTaskUpdate, dueDayOf } from './describe-task.ts';
import type { AskedAction, TaskKind, UntoldAction } from '../types.ts';
import { forPortal, listAskedPortals } from './store.ts';
import { linkedRecord, taskKindOf } from './task-kind-of.ts';

const ACTIONS_A_CALL = 100;

/** As what a task of this action may have been asked for: its note may have changed its topic meanwhile. */
const kindsOf = ({ record }: AskedAction['action']): readonly TaskKind[] =>
  linkedRecord(record) === null ? ['neutral'] : ['public', 'neutral'];

/** Also says of which portals an action waits for HubSpot's search to tell whether it has a task already. */
export interface ActionTasks extends TaskFollower {
  readonly listAskedPortals: () => Promise<readonly number[]>;
}

/** Action items as HubSpot tasks: told to HubSpot, and followed there. */
export function createActionTasks({
  db,
  realClock,
  openSealer,
}: Pick<NotesDependencies, 'db' | 'realClock' | 'openSealer'>): ActionTasks {
  const storeOf = async (portalId: number) => forPortal(db, portalId, await openSealer(portalId));
  interface At {
    readonly portal: Portal;
    readonly session: PortalSession;
    readonly store: Awaited<ReturnType<typeof storeOf>>;
  }
  const describe = (action: AskedAction['action'], { portal }: At, kind: TaskKind) =>
    describeTask(action, { portalId: portal.id, timeZone: portal.timeZone, kind });

  /** What HubSpot holds of an action by a call that broke off; null while nobody can say. */
  const findMade = async (
    { action, askedAt, askedAs }: AskedAction,
    at: At,
  ): Promise<Result<readonly Task[] | null, HubSpotFailure>> => {
    if (askedAt === null) return ok([]);
    const now = realClock.now();
    if (askedAs === 'neutral' && now.getTime() - askedAt.getTime() < SEARCH_LAG_MS) return ok(null);
    await at.store.noteDoubt(action.id, now);
    const found = await findMarkedTasks(at.session, describe(action, at, askedAs));
    // Its record is gone, and the task with it as far as anybody can see.
    return !found.ok && found.failure.code === 'not_found' ? ok([]) : found;
  };

  /** Takes an action's task out of HubSpot, and what a call that broke off may have made. False while nobody can say. */
  const takeAway = async (untold: UntoldAction, at: At): Promise<Result<boolean, HubSpotFailure>> => {
    const made = untold.taskId === null ? await findMade(untold, at) : ok([]);
    if (!made.ok) return made;
    if (made.value === null) return ok(false);
    const gone = [...(untold.taskId === null ? [] : [untold.taskId]), ...made.value.map(({ id }) => id)];
    const archived = await archiveTasks(at.session, gone);
    return archived.ok ? ok(true) : archived;
  };

  /** The task of an action, made where there is none yet; null while nobody can say whether there is one. */
  const findTask = async (untold: UntoldAction, at: At): Promise<Result<string | null, HubSpotFailure>> => {
    if (untold.taskId !== null) return ok(untold.taskId);
    const { action } = untold;
    const made = await findMade(untold, at);
    if (!made.ok) return made;
    if (made.value === null) return ok(null);
    let [id] = made.value.map((task) => task.id);
    if (id === undefined) {
      const kind = taskKindOf(action);
      await at.store.noteAsked(action.id, kind, realClock.now());
      const task = await makeTask(at.session, describe(action, at, kind), { isRepeat: false });
      if (!task.ok) return task;
      id = task.value;
    }
    await at.store.noteTask(action.id, id);
    return ok(id);
  };

  /** Tells HubSpot of one action. False where that has to wait until HubSpot's search can say what is there. */
  const tell = async (untold: UntoldAction, at: At): Promise<Result<boolean, HubSpotFailure>> => {
    const { action } = untold;
    const isAsked = untold.taskId !== null || untold.askedAt !== null;
    if (untold.isDropped) return isAsked ? takeAway(untold, at) : ok(true);
    let now = untold;
    if (isAsked && untold.askedAs !== taskKindOf(action)) {
      // The note speaks of something else by now: what was public must not stay so, nor stand on the record.
      const gone = await takeAway(untold, at);
      if (!gone.ok || !gone.value) return gone;
      await at.store.forgetTask(action.id);
      now = { ...untold, taskId: null, askedAt: null };
    }
    const found = await findTask(now, at);
    if (!found.ok) return found;
    if (found.value === null) return ok(false);
    if (now.taskId === null && now.askedAt === null && action.state === 'open') return ok(true);
    const values = describeTaskUpdate(action, describe(action, at, taskKindOf(action)));
    const { failed } = await updateTasks(at.session, [{ id: found.value, values }]);
    const [failure] = failed;
    if (!failure) return ok(true);
    if (failure.failure.code !== 'not_found') return err(failure.failure);
    // Deleted in HubSpot before it was told of this change, which is the newer will: what is still open gets another task.
    await at.store.forgetTask(action.id);
    return action.state === 'done' ? ok(true) : tell({ ...now, taskId: null, askedAt: null }, at);
  };

  return {
    listAskedPortals: () => listAskedPortals(db),

    async listFollowed(portalId, ids) {
      return (await storeOf(portalId)).listTaskIds(ids);
    },

    async takeTasks(portal, { records, missing }) {
      const store = await storeOf(portal.id);
      for (const { id, subject, status, dueAt, completedAt } of records) {
        const dueOn = dueDayOf(dueAt, portal.timeZone);
        const isDone = status === 'COMPLETED';
        // Kept is what was finished in time, however late HubSpot's word of it came.
        const now = realClock.now();
        const finished = completedAt === null ? now : new Date(completedAt);
        const at = finished < now ? finished : now;
        await store.takeTask({ taskId: id, text: subject, dueOn, isDone }, at);
      }
      await store.dropTasks(missing);
    },

    async sendTasks(portal, session) {
      const store = await storeOf(portal.id);
      let sent = 0;
      for (const each of await store.listUntold(ACTIONS_A_CALL)) {
        const told = await tell(each, { portal, session, store });
        // What HubSpot refuses for good stays in Sideline alone.
        if (!told.ok && !isForGood(told.failure)) return told;
        if (told.ok && !told.value) continue;
        await store.settle(each.action.id, each.news);
        sent += 1;
      }
      return ok(sent);
    },

    async archiveLate(portal, session) {
      const store = await storeOf(portal.id);
      const at = { portal, session, store };
      for (const { action, isDropped, taskId, doubtedAt } of await store.listDoubted()) {
        // Which one is followed is for the next pass to say.
        if (!isDropped && taskId === null) continue;
        const now = realClock.now();
        const surplus: string[] = [];
        for (const kind of kindsOf(action)) {
          const found = await findMarkedTasks(session, describe(action, at, kind));
          if (found.ok)
            surplus.push(...found.value.map(({ id }) => id).filter((id) => isDropped || id !== taskId));
          else if (found.failure.code !== 'not_found') return found;
        }
        const archived = await archiveTasks(session, surplus);
        if (!archived.ok) return archived;
        if (now.getTime() - doubtedAt.getTime() >= LATEST_MS) await store.settleDoubt(action.id, doubtedAt);
      }
      return ok(null);
    },
  };
}
