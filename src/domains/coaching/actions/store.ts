import { sql, type Kysely, type Selectable } from 'kysely';
import type { NoteContent, RecordType } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { CoachedRecord, Note } from '../notes/types.ts';

/** What somebody promised in a shared note. */
export interface Action {
  readonly id: string;
  readonly noteId: string;
  readonly authorId: string;
  readonly repId: string;
  /** Who promised it: the rep or the author. */
  readonly doerId: string;
  readonly record: CoachedRecord;
  readonly topic: NoteContent['topic'];
  readonly text: string;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly state: 'open' | 'done';
  readonly doneAt: Date | null;
  readonly createdAt: Date;
}

/** An action that HubSpot has not been told of as it is now. */
export interface UntoldAction {
  readonly action: Action;
  /** The note promises it no more: its task goes. */
  readonly isDropped: boolean;
  readonly taskId: string | null;
  /** HubSpot has been asked for a task before, so that there may be one. */
  readonly wasAsked: boolean;
  readonly news: number;
}

/** How a task stands in HubSpot. */
export interface TaskState {
  readonly taskId: string;
  readonly text: string;
  readonly dueOn: string | null;
  readonly isDone: boolean;
}

const nextMark = sql<number>`nextval('mark')`;
export const purposeOfAction = (portalId: number, noteId: string): string =>
  `portal:${portalId}:action of ${noteId}`;

/** Action items; text is sealed on the way in and opened on the way out. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const toAction = (row: Selectable<Tables['coaching_action']>): Action => ({
    id: row.id,
    noteId: row.note_id,
    authorId: row.author_id,
    repId: row.rep_id,
    doerId: row.doer_id,
    record: { type: row.record_type as RecordType, id: row.record_id },
    topic: row.topic as NoteContent['topic'],
    text: sealer.open(row.sealed_text, purposeOfAction(portalId, row.note_id)),
    dueOn: row.due_on,
    state: row.state as Action['state'],
    doneAt: row.done_at,
    createdAt: row.created_at,
  });

  const readableBy = (readerId: string) =>
    db
      .selectFrom('coaching_action')
      .selectAll()
      .where('portal_id', '=', portalId)
      .where('state', '<>', 'dropped')
      .where((eb) => eb.or([eb('author_id', '=', readerId), eb('rep_id', '=', readerId)]))
      .orderBy('due_on')
      .orderBy('id');

  return {
    /** Beside a record: those of notes that this person wrote or that were shared with them, the one due first on top. */
    async listReadable(record: CoachedRecord, readerId: string): Promise<Action[]> {
      const rows = await readableBy(readerId)
        .where('record_type', '=', record.type)
        .where('record_id', '=', record.id)
        .execute();
      return rows.map(toAction);
    },

    /** Those of all records, as above. */
    async listAllReadable(readerId: string): Promise<Action[]> {
      return (await readableBy(readerId).execute()).map(toAction);
    },

    /** Makes the actions of a note what it promises now; one that it promises no more is dropped. */
    async keepPromises(
      note: Pick<Note, 'id' | 'authorId' | 'repId' | 'record' | 'content'>,
      at: Date,
    ): Promise<void> {
      const { content, record } = note;
      for (const [number, { text, doer, dueOn }] of content.promises.entries()) {
        const values = {
          doer_id: doer === 'rep' ? note.repId : note.authorId,
          topic: content.topic,
          sealed_text: sealer.seal(text, purposeOfAction(portalId, note.id)),
          due_on: dueOn,
        };
        await db
          .insertInto('coaching_action')
          .values({
            portal_id: portalId,
            note_id: note.id,
            number,
            author_id: note.authorId,
            rep_id: note.repId,
            record_type: record.type,
            record_id: record.id,
            created_at: at,
            done_at: null,
            task_news: content.topic === 'deal' ? nextMark : null,
            ...values,
          })
          .onConflict((conflict) =>
            conflict.columns(['portal_id', 'note_id', 'number']).doUpdateSet((eb) => ({
              ...values,
              task_news: nextMark,
              state: eb
                .case()
                .when('coaching_action.state', '=', 'dropped')
                .then('open')
                .else(eb.ref('coaching_action.state'))
                .end(),
            })),
          )
          .execute();
      }
      await db
        .updateTable('coaching_action')
        .set({ state: 'dropped', task_news: nextMark })
        .where('portal_id', '=', portalId)
        .where('note_id', '=', note.id)
        .where('number', '>=', content.promises.length)
        .where('state', '<>', 'dropped')
        .execute();
    },

    /** Says that an action is done, or is not after all; false where this person promised no such thing. */
    async tick(id: string, doerId: string, isDone: boolean, at: Date): Promise<boolean> {
      const row = await db
        .updateTable('coaching_action')
        .set((eb) =>
          isDone
            ? { state: 'done', done_at: eb.fn.coalesce('done_at', eb.val(at)), task_news: nextMark }
            : { state: 'open', done_at: null, task_news: nextMark },
        )
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('doer_id', '=', doerId)
        .where('state', '<>', 'dropped')
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    /** Actions about deals and contacts of which HubSpot has not been told; a skill's is nobody's business but theirs. */
    async listUntold(limit: number): Promise<UntoldAction[]> {
      const rows = await db
        .selectFrom('coaching_action')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('task_news', 'is not', null)
        .where('topic', '=', 'deal')
        .orderBy('task_news')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        action: toAction(row),
        isDropped: row.state === 'dropped',
        taskId: row.task_id,
        wasAsked: row.task_asked_at !== null,
        news: row.task_news ?? 0,
      }));
    },

    /** From now on HubSpot may hold a task of this action. */
    async noteAsked(id: string, at: Date): Promise<void> {
      await db
        .updateTable('coaching_action')
        .set((eb) => ({ task_asked_at: eb.fn.coalesce('task_asked_at', eb.val(at)) }))
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .execute();
    },

    async noteTask(id: string, taskId: string): Promise<void> {
      await db
        .updateTable('coaching_action')
        .set({ task_id: taskId })
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
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

    /** Takes over how a task stands, unless a change of ours is still on its way to it. */
    async takeTask({ taskId, text, dueOn, isDone }: TaskState, at: Date): Promise<void> {
      const row = await db
        .selectFrom('coaching_action')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('task_id', '=', taskId)
        .executeTakeFirst();
      if (!row || row.task_news !== null || row.state === 'dropped') return;
      const known = toAction(row);
      const isText = text.trim() !== '' && text !== known.text;
      if (!isText && isDone === (known.state === 'done') && (dueOn === null || dueOn === known.dueOn)) return;
      await db
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
        .execute();
    },

    /** Somebody deleted the task in HubSpot: the action is promised no more. */
    async dropTasks(taskIds: readonly string[]): Promise<void> {
      if (taskIds.length === 0) return;
      await db
        .updateTable('coaching_action')
        .set({ state: 'dropped', task_news: null })
        .where('portal_id', '=', portalId)
        .where('task_id', 'in', taskIds)
        .execute();
    },
  };
}
