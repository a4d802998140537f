import { sql, type Kysely, type Selectable } from 'kysely';
import type { TextSealer } from '../../../../install/index.ts';
import { inTransaction, type Tables } from '../../../../store/index.ts';
import { forPortal as propertiesOf } from '../../properties/store.ts';
import { purposeOfAction, toAction } from '../to-action.ts';
import type { AskedAction, DoubtedAction, TaskKind, TaskState, UntoldAction } from '../types.ts';
import { taskKindOf } from './task-kind-of.ts';

/** `taskKindOf` in SQL. */
const wantedKind = sql`case when topic = 'deal' and record_type in ('deal', 'contact') then 'public' else 'neutral' end`;

/** The portals of which an action waits for HubSpot's search to tell whether it has a task already. */
export async function listAskedPortals(db: Kysely<Tables>): Promise<number[]> {
  const rows = await db
    .selectFrom('coaching_action')
    .select('portal_id')
    .distinct()
    .where('task_news', 'is not', null)
    .where('task_id', 'is', null)
    .where('task_asked_at', 'is not', null)
    .orderBy('portal_id')
    .execute();
  return rows.map((row) => row.portal_id);
}

/** What HubSpot has been told of action items, and how their tasks stand there. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const own = () => db.selectFrom('coaching_action').selectAll().where('portal_id', '=', portalId);
  const toAsked = (row: Selectable<Tables['coaching_action']>): AskedAction => ({
    action: toAction(row, sealer),
    isDropped: row.state === 'dropped',
    taskId: row.task_id,
    askedAt: row.task_asked_at,
    // Whatever was asked for before the kind was kept was public.
    askedAs: row.task_kind === 'neutral' ? 'neutral' : 'public',
  });
  /** Changes actions, and has the deals beside which they stand looked at again. */
  const changeAndRenew = async (
    run: (trx: Kysely<Tables>) => Promise<{ record_type: string; record_id: string }[]>,
  ): Promise<void> => {
    await inTransaction(db, async (trx) => {
      const changed = await run(trx);
      const deals = changed.filter(({ record_type }) => record_type === 'deal');
      await propertiesOf(trx, portalId).renew(deals.map(({ record_id }) => record_id));
    });
  };
  const change = async (
    id: string,
    values: Partial<
      Pick<
        Selectable<Tables['coaching_action']>,
        'task_id' | 'task_asked_at' | 'task_kind' | 'task_doubted_at'
      >
    >,
  ): Promise<void> => {
    await db
      .updateTable('coaching_action')
      .set(values)
      .where('portal_id', '=', portalId)
      .where('id', '=', id)
      .execute();
  };

  return {
    /** Actions of which HubSpot has not been told as they are, the change that has waited longest first. */
    async listUntold(limit: number): Promise<UntoldAction[]> {
      const rows = await own().where('task_news', 'is not', null).orderBy('task_news').limit(limit).execute();
      return rows.map((row) => ({ ...toAsked(row), news: row.task_news ?? 0 }));
    },

    /** From now on HubSpot may hold a task of this action. */
    async noteAsked(id: string, kind: TaskKind, at: Date): Promise<void> {
      await change(id, { task_asked_at: at, task_kind: kind });
    },

    async noteTask(id: string, taskId: string): Promise<void> {
      await change(id, { task_id: taskId });
    },

    /** Its task was taken away, and it may have another. */
    async forgetTask(id: string): Promise<void> {
      await change(id, { task_id: null, task_asked_at: null });
    },

    /** HubSpot may make a second task of this action yet, or one that nobody wants any more. */
    async noteDoubt(id: string, at: Date): Promise<void> {
      await change(id, { task_doubted_at: at });
    },

    async listDoubted(): Promise<DoubtedAction[]> {
      const rows = await own().where('task_doubted_at', 'is not', null).orderBy('id').execute();
      return rows.flatMap((row) =>
        row.task_doubted_at === null ? [] : { ...toAsked(row), doubtedAt: row.task_doubted_at },
      );
    },

    /** Nothing comes of this doubt any more; a newer one stays. */
    async settleDoubt(id: string, doubtedAt: Date): Promise<void> {
      await db
        .updateTable('coaching_action')
        .set({ task_doubted_at: null })
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('task_doubted_at', '=', doubtedAt)
        .execute();
    },

    /** HubSpot has been told of this change; a newer one still waits. */
    async settle(id: string, news: number): Promise<void> {
      await db
        .updateTable('coaching_action')
        .set({ task_news: null })
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('task_news', '=', news)
        .execute();
    },

    /** Which of these tasks, or of all, are tasks of actions. */
    async listTaskIds(taskIds: readonly string[] | null): Promise<string[]> {
      if (taskIds?.length === 0) return [];
      let query = db
        .selectFrom('coaching_action')
        .select('task_id')
        .where('portal_id', '=', portalId)
        .where('task_id', 'is not', null)
        .where('state', '<>', 'dropped');
      if (taskIds !== null) query = query.where('task_id', 'in', taskIds);
      return (await query.execute()).flatMap(({ task_id }) => task_id ?? []);
    },

    /**
     * Takes over how a task stands, unless a change of ours is still on its way to it. Only a public one carries the action's
     * words: what somebody calls a neutral one is not what was agreed.
     */
    async takeTask({ taskId, text, dueOn, isDone }: TaskState, at: Date): Promise<void> {
      const row = await own().where('task_id', '=', taskId).executeTakeFirst();
      if (!row || row.task_news !== null || row.state === 'dropped') return;
      const known = toAction(row, sealer);
      const isText = taskKindOf(known) === 'public' && text.trim() !== '' && text !== known.text;
      if (!isText && isDone === (known.state === 'done') && (dueOn === null || dueOn === known.dueOn)) return;
      await changeAndRenew((trx) =>
        trx
          .updateTable('coaching_action')
          .set({
            state: isDone ? 'done' : 'open',
            done_at: isDone ? (row.done_at ?? at) : null,
            ...(isText && { sealed_text: sealer.seal(text, purposeOfAction(portalId, row.note_id)) }),
            ...(dueOn !== null && { due_on: dueOn }),
          })
          .where('portal_id', '=', portalId)
          .where('id', '=', row.id)
          .where('task_news', 'is', null)
          .returning(['record_type', 'record_id'])
          .execute(),
      );
    },

    /**
     * Somebody deleted the task in HubSpot: the action is promised no more, unless a change of ours is still on its way to it.
     * One that we are replacing was deleted by us.
     */
    async dropTasks(taskIds: readonly string[]): Promise<void> {
      if (taskIds.length === 0) return;
      await changeAndRenew((trx) =>
        trx
          .updateTable('coaching_action')
          .set({ state: 'dropped' })
          .where('portal_id', '=', portalId)
          .where('task_id', 'in', taskIds)
          .where('task_news', 'is', null)
          .where(sql<boolean>`coalesce(task_kind, 'public') = ${wantedKind}`)
          .returning(['record_type', 'record_id'])
          .execute(),
      );
    },
  };
}
