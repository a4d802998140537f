import type { Kysely, Selectable } from 'kysely';
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
}

const purpose = (portalId: number, noteId: string): string => `portal:${portalId}:action of ${noteId}`;

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
    text: sealer.open(row.sealed_text, purpose(portalId, row.note_id)),
    dueOn: row.due_on,
    state: row.state as Action['state'],
    doneAt: row.done_at,
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
          sealed_text: sealer.seal(text, purpose(portalId, note.id)),
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
            ...values,
          })
          .onConflict((conflict) =>
            conflict.columns(['portal_id', 'note_id', 'number']).doUpdateSet((eb) => ({
              ...values,
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
        .set({ state: 'dropped' })
        .where('portal_id', '=', portalId)
        .where('note_id', '=', note.id)
        .where('number', '>=', content.promises.length)
        .execute();
    },

    /** Says that an action is done, or is not after all; false where this person promised no such thing. */
    async tick(id: string, doerId: string, isDone: boolean, at: Date): Promise<boolean> {
      const row = await db
        .updateTable('coaching_action')
        .set((eb) =>
          isDone
            ? { state: 'done', done_at: eb.fn.coalesce('done_at', eb.val(at)) }
            : { state: 'open', done_at: null },
        )
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('doer_id', '=', doerId)
        .where('state', '<>', 'dropped')
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
