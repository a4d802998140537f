import { sql, type Kysely, type Selectable } from 'kysely';
import type { NotePromise } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { CoachedRecord, Note } from '../notes/types.ts';
import { forPortal as propertiesOf } from '../properties/store.ts';
import { listChanged } from './list-changed.ts';
import { purposeOfAction, toAction } from './to-action.ts';
import type { PromisedAction } from './types.ts';

const nextMark = sql<number>`nextval('mark')`;

/** Action items; text is sealed on the way in and opened on the way out. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const ofPerson = (personId: string) =>
    db
      .selectFrom('coaching_action')
      .selectAll()
      .where('portal_id', '=', portalId)
      .where((eb) => eb.or([eb('author_id', '=', personId), eb('rep_id', '=', personId)]))
      .orderBy('due_on')
      .orderBy('id');
  const readableBy = (readerId: string) =>
    ofPerson(readerId).where((eb) =>
      eb.or([
        eb('state', '<>', 'dropped'),
        eb.and([eb('author_id', '=', readerId), eb('doer_id', '<>', readerId)]),
      ]),
    );
  const toPromised = (row: Selectable<Tables['coaching_action']>): PromisedAction => ({
    action: toAction(row, sealer),
    isDropped: row.state === 'dropped',
  });

  return {
    /**
     * Beside a record: those of notes that this person wrote or that were shared with them, the one due first on top. Of what
     * reps promised its author gets the dropped ones too: whether they learn that they are is for `hideLater` to say.
     */
    async listReadable(record: CoachedRecord, readerId: string): Promise<PromisedAction[]> {
      const rows = await readableBy(readerId)
        .where('record_type', '=', record.type)
        .where('record_id', '=', record.id)
        .execute();
      return rows.map(toPromised);
    },

    /** Those of all records, as above. */
    async listAllReadable(readerId: string): Promise<PromisedAction[]> {
      return (await readableBy(readerId).execute()).map(toPromised);
    },

    /** As above, with those that their note promises no more: for the copy alone that is sealed to this person. */
    async listForCopy(ownerId: string): Promise<PromisedAction[]> {
      return (await ofPerson(ownerId).execute()).map(toPromised);
    },

    /**
     * Makes the actions of a note what it promises now. One that it promises no more is dropped. A promise that the author
     * left as they saw it keeps what became of it, in HubSpot too: its words, its day, that it is done or that nobody wants it
     * any more. One that they changed is their newer will: it is promised as it says now, even if it was dropped; what is done
     * stays done.
     */
    async keepPromises(
      note: Pick<Note, 'id' | 'authorId' | 'repId' | 'record' | 'content'>,
      seen: readonly NotePromise[],
      at: Date,
    ): Promise<void> {
      const { content, record } = note;
      const { topic, promises } = content;
      const changed = listChanged(promises, seen);
      const promised = () =>
        db
          .updateTable('coaching_action')
          .where('portal_id', '=', portalId)
          .where('note_id', '=', note.id)
          .where('state', '<>', 'dropped');
      for (const { id, text, doer, dueOn } of promises) {
        const values = {
          doer_id: doer === 'rep' ? note.repId : note.authorId,
          sealed_text: sealer.seal(text, purposeOfAction(portalId, note.id)),
          due_on: dueOn,
          task_news: nextMark,
        };
        await db
          .insertInto('coaching_action')
          .values({
            portal_id: portalId,
            note_id: note.id,
            promise_id: id,
            author_id: note.authorId,
            rep_id: note.repId,
            record_type: record.type,
            record_id: record.id,
            topic,
            created_at: at,
            done_at: null,
            ...values,
          })
          .onConflict((conflict) => {
            const known = conflict.columns(['portal_id', 'note_id', 'promise_id']);
            return changed.has(id)
              ? known.doUpdateSet({
                  ...values,
                  state: sql`case when coaching_action.done_at is null then 'open' else 'done' end`,
                })
              : known.doNothing();
          })
          .execute();
      }
      await promised().where('topic', '<>', topic).set({ topic, task_news: nextMark }).execute();
      await promised()
        .where(sql<boolean>`promise_id <> all(${promises.map(({ id }) => id)}::text[])`)
        .set({ state: 'dropped', task_news: nextMark })
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
