import { sql, type Kysely } from 'kysely';
import type { Acknowledgement } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import { inChunks, type Tables } from '../../../store/index.ts';
import { openNote, sealContent, type NoteRow } from './note-row.ts';
import type { Addendum, CoachedRecord, Note } from './types.ts';

type NewNote = Pick<Note, 'authorId' | 'repId' | 'record' | 'state' | 'content'>;

/** So many notes of one record are shown. */
const MOST_NOTES = 100;

const addendumPurpose = (portalId: number, noteId: string, authorId: string): string =>
  `portal:${portalId}:addendum of ${authorId} to ${noteId}`;

/**
 * When the rep opened a note to somebody who is their manager now and has been since: an edit of who reports to whom opens
 * nothing, and what its author writes in it afterwards, above the rep again, closes it.
 */
const handedTo = (
  portalId: number,
  readerId: string,
) => sql<Date | null>`(select handed.at from coaching_handover handed
  join person on person.portal_id = handed.portal_id and person.owner_id = handed.rep_id
  where handed.portal_id = ${portalId} and handed.note_id = coaching_note.id and handed.manager_id = ${readerId}
    and person.manager_id = ${readerId} and person.manager_since <= handed.at and coaching_note.edited_at <= handed.at
    and coaching_note.rep_id = handed.rep_id and coaching_note.author_id <> ${readerId})`;

/**
 * Notes that somebody may read, whatever is read of them: what they wrote, what was shared with them, and what its rep
 * handed on to them.
 */
export function readableNotes(db: Kysely<Tables>, portalId: number, readerId: string) {
  return db
    .selectFrom('coaching_note')
    .where('coaching_note.portal_id', '=', portalId)
    .where((eb) =>
      eb.or([
        eb('coaching_note.author_id', '=', readerId),
        eb.and([
          eb('coaching_note.state', '=', 'shared'),
          eb.or([
            eb('coaching_note.rep_id', '=', readerId),
            eb(handedTo(portalId, readerId), 'is not', null),
          ]),
        ]),
      ]),
    );
}

/**
 * Notes as their readers may see them: every reading names who reads, and holds what that person wrote, what was shared
 * with them and what its rep handed on to them, whoever asks and whatever role they have. Text is sealed on the way in and
 * opened on the way out.
 */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const toNote = (row: NoteRow & { readonly handed_at: Date | null }): Note =>
    openNote(row, row.handed_at, sealer);
  const sealed = (note: Pick<NewNote, 'authorId' | 'repId' | 'content'>) =>
    sealContent({ ...note, portalId }, sealer);
  const readableBy = (readerId: string) =>
    readableNotes(db, portalId, readerId)
      .selectAll('coaching_note')
      .select(handedTo(portalId, readerId).as('handed_at'));

  return {
    /** What this person may read beside a record, the newest first. */
    async listReadable(record: CoachedRecord, readerId: string): Promise<Note[]> {
      const rows = await readableBy(readerId)
        .where('record_type', '=', record.type)
        .where('record_id', '=', record.id)
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .limit(MOST_NOTES)
        .execute();
      return rows.map(toNote);
    },

    /** Everything that this person may read, the newest first. */
    async listAllReadable(readerId: string): Promise<Note[]> {
      const rows = await readableBy(readerId).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
      return rows.map(toNote);
    },

    /**
     * Everything that was written by a person or about them, private notes and drafts too: what they may ask for by law.
     * For the copy alone that is sealed to them; nothing else may read so.
     */
    async listForCopy(ownerId: string): Promise<Note[]> {
      const rows = await db
        .selectFrom('coaching_note')
        .selectAll()
        .select(sql<null>`null`.as('handed_at'))
        .where('portal_id', '=', portalId)
        .where((eb) => eb.or([eb('author_id', '=', ownerId), eb('rep_id', '=', ownerId)]))
        .orderBy('created_at', 'desc')
        .orderBy('id', 'desc')
        .execute();
      return rows.map(toNote);
    },

    /** Null for a note that is not there, or not for this person. */
    async readReadable(noteId: string, readerId: string): Promise<Note | null> {
      const row = await readableBy(readerId).where('id', '=', noteId).executeTakeFirst();
      return row ? toNote(row) : null;
    },

    /** The author's draft about a rep beside a record; null where there is none. */
    async readDraft({ authorId, repId, record }: Omit<NewNote, 'state' | 'content'>): Promise<Note | null> {
      const row = await readableBy(authorId)
        .where('author_id', '=', authorId)
        .where('rep_id', '=', repId)
        .where('record_type', '=', record.type)
        .where('record_id', '=', record.id)
        .where('state', '=', 'draft')
        .executeTakeFirst();
      return row ? toNote(row) : null;
    },

    /** Begins a note; null where the author is writing one about this rep and record already. */
    async begin(note: NewNote, at: Date): Promise<{ id: string; version: number } | null> {
      const { authorId, repId, record, state } = note;
      const row = await db
        .insertInto('coaching_note')
        .values({
          portal_id: portalId,
          author_id: authorId,
          rep_id: repId,
          record_type: record.type,
          record_id: record.id,
          state,
          ...sealed(note),
          created_at: at,
          edited_at: at,
          shared_at: state === 'shared' ? at : null,
          acknowledgement: null,
          acknowledged_at: null,
          sealed_self_levels: null,
          self_scored_at: null,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['portal_id', 'author_id', 'rep_id', 'record_type', 'record_id'])
            .where('state', '=', 'draft')
            .doNothing(),
        )
        .returning(['id', 'version'])
        .executeTakeFirst();
      return row ?? null;
    },

    /** Writes on at the version that was seen; null where it is another by now, or the rep has answered it. */
    async save(
      { id, authorId, repId, version }: Pick<Note, 'id' | 'authorId' | 'repId' | 'version'>,
      { state, content }: Pick<Note, 'state' | 'content'>,
      at: Date,
    ): Promise<number | null> {
      const row = await db
        .updateTable('coaching_note')
        .set((eb) => ({
          state,
          ...sealed({ authorId, repId, content }),
          version: eb('version', '+', 1),
          edited_at: at,
          shared_at: state === 'shared' ? eb.fn.coalesce('shared_at', eb.val(at)) : null,
        }))
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('author_id', '=', authorId)
        .where('version', '=', version)
        .where('acknowledgement', 'is', null)
        .where('self_scored_at', 'is', null)
        .returning('version')
        .executeTakeFirst();
      return row?.version ?? null;
    },

    /** What the author has begun about a rep beside one record goes on beside another of the same type. */
    async moveDraft(
      { authorId, repId }: Pick<Note, 'authorId' | 'repId'>,
      from: CoachedRecord,
      toId: string,
    ): Promise<void> {
      await db
        .updateTable('coaching_note')
        .set({ record_id: toId })
        .where('portal_id', '=', portalId)
        .where('author_id', '=', authorId)
        .where('rep_id', '=', repId)
        .where('record_type', '=', from.type)
        .where('record_id', '=', from.id)
        .where('state', '=', 'draft')
        .execute();
    },

    /** Throws away what nobody else has seen; false where there is no such note at this version. */
    async discard(id: string, authorId: string, version: number): Promise<boolean> {
      const row = await db
        .deleteFrom('coaching_note')
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('author_id', '=', authorId)
        .where('version', '=', version)
        .where('state', '<>', 'shared')
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    /** What the rep says. `seen` may still become more; agreeing and disagreeing stand. False where it is another version by now, or nothing was changed. */
    async acknowledge(
      { id, repId, version }: Pick<Note, 'id' | 'repId' | 'version'>,
      answer: Acknowledgement,
      at: Date,
    ): Promise<boolean> {
      const row = await db
        .updateTable('coaching_note')
        .set({ acknowledgement: answer, acknowledged_at: at })
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('rep_id', '=', repId)
        .where('version', '=', version)
        .where('state', '=', 'shared')
        .where((eb) => eb.or([eb('acknowledgement', 'is', null), eb('acknowledgement', '=', 'seen')]))
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    /** The oldest first. Give it ids that were read as readable. */
    async listAddenda(noteIds: readonly string[]): Promise<Addendum[]> {
      if (noteIds.length === 0) return [];
      const rows = await db
        .selectFrom('coaching_addendum')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('note_id', 'in', noteIds)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        noteId: row.note_id,
        authorId: row.author_id,
        text: sealer.open(row.sealed_text, addendumPurpose(portalId, row.note_id, row.author_id)),
        at: row.at,
      }));
    },

    async addAddendum({ noteId, authorId, text, at }: Addendum): Promise<void> {
      await db
        .insertInto('coaching_addendum')
        .values({
          portal_id: portalId,
          note_id: noteId,
          author_id: authorId,
          sealed_text: sealer.seal(text, addendumPurpose(portalId, noteId, authorId)),
          at,
        })
        .execute();
    },

    /** Remembers, once a day, that somebody read what another wrote. */
    async noteAccess(noteIds: readonly string[], readerId: string, day: string): Promise<void> {
      await inChunks(noteIds, (part) =>
        db
          .insertInto('coaching_access')
          .values(
            part.map((noteId) => ({
              portal_id: portalId,
              note_id: noteId,
              reader_id: readerId,
              on_day: day,
            })),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    },
  };
}
