import { archiveTasks, type HubSpotFailure, type PortalSession } from '../../../hubspot/index.ts';
import { localDate } from '../../../kernel/period.ts';
import type { Portal } from '../../../kernel/portal.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import {
  findMarkedTasks,
  isForGood,
  LATEST_MS,
  makeTask,
  SEARCH_LAG_MS,
  type TaskFollower,
} from '../../../tasks/index.ts';
import type { NotesDependencies } from '../notes/service.ts';
import { describeReminder } from './describe-reminder.ts';
import { forPortal, listAskedPortals } from './store.ts';
import type { OpenReminder } from './types.ts';

/** So long a note may wait before its rep is reminded of it. */
const PATIENCE_MS = 3 * 24 * 3_600_000;
const REMINDERS_A_CALL = 100;

/**
 * Reminders that shared notes wait for an answer, as tasks: made once and then left to their owner, for nothing in Sideline
 * depends on what becomes of them.
 */
export interface Reminders extends Pick<TaskFollower, 'sendTasks' | 'archiveLate'> {
  readonly listAskedPortals: () => Promise<readonly number[]>;
}

/** Reminds each rep once of each note that has waited for three days: one neutral task a day for all of them. */
export function createReminders({ db, realClock }: Pick<NotesDependencies, 'db' | 'realClock'>): Reminders {
  interface At {
    readonly portal: Portal;
    readonly session: PortalSession;
    readonly store: ReturnType<typeof forPortal>;
  }
  const dayOf = ({ timeZone }: Portal, now: Date) => localDate(now, timeZone);
  const describe = (reminder: Pick<OpenReminder, 'id' | 'repId'>, portal: Portal) =>
    describeReminder(reminder, {
      portalId: portal.id,
      timeZone: portal.timeZone,
      today: dayOf(portal, realClock.now()),
    });

  /** Archives what bears the mark of a reminder, but for the task that stays. */
  const archiveOthers = async (
    reminder: Pick<OpenReminder, 'id' | 'repId'>,
    taskId: string | null,
    { portal, session }: Pick<At, 'portal' | 'session'>,
  ) => {
    const found = await findMarkedTasks(session, describe(reminder, portal));
    if (!found.ok) return found;
    return archiveTasks(
      session,
      found.value.map(({ id }) => id).filter((id) => id !== taskId),
    );
  };

  /** False while nobody can say whether there is a task already. */
  const remind = async (reminder: OpenReminder, at: At): Promise<Result<boolean, HubSpotFailure>> => {
    const { id, askedAt, isWanted } = reminder;
    const { store } = at;
    const now = realClock.now();
    if (askedAt !== null && now.getTime() - askedAt.getTime() < SEARCH_LAG_MS) return ok(false);
    if (askedAt !== null) await store.noteDoubt(id, now);
    if (!isWanted) {
      // Answered meanwhile: what a call that broke off has made goes again.
      const gone = askedAt === null ? ok(undefined) : await archiveOthers(reminder, null, at);
      if (!gone.ok) return gone;
      await store.finish(id, null);
      return ok(true);
    }
    await store.noteAsked(id, dayOf(at.portal, now), now);
    const task = await makeTask(at.session, describe(reminder, at.portal), { isRepeat: askedAt !== null });
    if (!task.ok && !isForGood(task.failure)) return task;
    await store.finish(id, task.ok ? task.value : null);
    return ok(true);
  };

  return {
    listAskedPortals: () => listAskedPortals(db),

    async sendTasks(portal, session) {
      const store = forPortal(db, portal.id);
      const now = realClock.now();
      await store.begin({
        day: dayOf(portal, now),
        at: now,
        sharedBy: new Date(now.getTime() - PATIENCE_MS),
      });
      let sent = 0;
      for (const reminder of await store.listOpen(REMINDERS_A_CALL)) {
        const told = await remind(reminder, { portal, session, store });
        if (!told.ok) return told;
        if (told.value) sent += 1;
      }
      return ok(sent);
    },

    async archiveLate(portal, session) {
      const store = forPortal(db, portal.id);
      for (const { taskId, doubtedAt, ...reminder } of await store.listDoubted()) {
        const now = realClock.now();
        const archived = await archiveOthers(reminder, taskId, { portal, session });
        if (!archived.ok) return archived;
        if (now.getTime() - doubtedAt.getTime() >= LATEST_MS) await store.settleDoubt(reminder.id);
      }
      return ok(null);
    },
  };
}
