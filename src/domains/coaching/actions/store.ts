import { sql, type Kysely } from 'kysely';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { CoachedRecord, Note } from '../notes/types.ts';
import { forPortal as propertiesOf } from '../properties/store.ts';
import { purposeOfAction, toAction } from './to-action.ts';
import type { Action } from './types.ts';

const nextMark = sql<number>`nextval('mark')`;

/** Action items; text is sealed on the way in and opened on the way out. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
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
      return rows.map((row) => toAction(row, sealer));
    },

    /** Those of all records, as above. */
    async listAllReadable(readerId: string): Promise<Action[]> {
      return (await readableBy(readerId).execute()).map((row) => toAction(row, sealer));
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
            task_news: nextMark,
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
      if (record.type === 'deal') await propertiesOf(db, portalId).renew([record.id]);
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
        .returning(['record_type', 'record_id'])
        .executeTakeFirst();
      if (row?.record_type === 'deal') await propertiesOf(db, portalId).renew([row.record_id]);
      return row !== undefined;
    },
  };
}
