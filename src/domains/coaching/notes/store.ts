import { sql, type Kysely, type Selectable } from 'kysely';
import type { Acknowledgement, NoteContent, NoteState, RecordType } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import { inChunks, type Tables } from '../../../store/index.ts';
import type { Addendum, CoachedRecord, Note } from './types.ts';

type NewNote = Pick<Note, 'authorId' | 'repId' | 'record' | 'state' | 'content'>;

/** So many notes of one record are shown. */
const MOST_NOTES = 100;

const contentPurpose = (portalId: number, authorId: string, repId: string): string =>
  `portal:${portalId}:note of ${authorId} about ${repId}`;
const addendumPurpose = (portalId: number, noteId: string, authorId: string): string =>
  `portal:${portalId}:addendum of ${authorId} to ${noteId}`;

/**
 * Notes as their readers may see them: every reading names who reads, and holds what that person wrote, what was shared
 * with them and what its rep handed on to them, whoever asks and whatever role they have. Text is sealed on the way in and
 * opened on the way out.
 */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const toNote = (row: Selectable<Tables['coaching_note']> & { readonly handed_at: Date | null }): Note => ({
    id: row.id,
    authorId: row.author_id,
    repId: row.rep_id,
    record: { type: row.record_type as RecordType, id: row.record_id },
    state: row.state as NoteState,
    version: row.version,
    content: JSON.parse(
      sealer.open(row.sealed_content, contentPurpose(portalId, row.author_id, row.rep_id)),
    ) as NoteContent,
    createdAt: row.created_at,
    editedAt: row.edited_at,
    sharedAt: row.shared_at,
    acknowledgement: row.acknowledgement as Acknowledgement | null,
    acknowledgedAt: row.acknowledged_at,
    handedAt: row.handed_at,
  });
  /** When the rep opened a note to somebody who is their manager now and has been since: an edit of who reports to whom opens nothing. */
  const handedTo = (readerId: string) => sql<Date | null>`(select handed.at from coaching_handover handed
    join person on person.portal_id = handed.portal_id and person.owner_id = handed.rep_id
    where handed.portal_id = ${portalId} and handed.note_id = coaching_note.id and handed.manager_id = ${readerId}
      and person.manager_id = ${readerId} and person.manager_since <= handed.at
      and coaching_note.rep_id = handed.rep_id and coaching_note.author_id <> ${readerId})`;
  const readableBy = (readerId: string) =>
    db
      .selectFrom('coaching_note')
      .selectAll()
      .select(handedTo(readerId).as('handed_at'))
      .where('portal_id', '=', portalId)
      .where((eb) =>
        eb.or([
          eb('author_id', '=', readerId),
          eb.and([
            eb('state', '=', 'shared'),
            eb.or([eb('rep_id', '=', readerId), eb(handedTo(readerId), 'is not', null)]),
          ]),
        ]),
      );

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
      const { authorId, repId, record, state, content } = note;
      const row = await db
        .insertInto('coaching_note')
        .values({
          portal_id: portalId,
          author_id: authorId,
          rep_id: repId,
          record_type: record.type,
          record_id: record.id,
          state,
          sealed_content: sealer.seal(JSON.stringify(content), contentPurpose(portalId, authorId, repId)),
          created_at: at,
          edited_at: at,
          shared_at: state === 'shared' ? at : null,
          acknowledgement: null,
          acknowledged_at: null,
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

    /** Writes on at the version that was seen; null where it is another by now, or somebody has acknowledged the note. */
    async save(
      { id, authorId, repId, version }: Pick<Note, 'id' | 'authorId' | 'repId' | 'version'>,
      { state, content }: Pick<Note, 'state' | 'content'>,
      at: Date,
    ): Promise<number | null> {
      const row = await db
        .updateTable('coaching_note')
        .set((eb) => ({
          state,
          sealed_content: sealer.seal(JSON.stringify(content), contentPurpose(portalId, authorId, repId)),
          version: eb('version', '+', 1),
          edited_at: at,
          shared_at: state === 'shared' ? eb.fn.coalesce('shared_at', eb.val(at)) : null,
        }))
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('author_id', '=', authorId)
        .where('version', '=', version)
        .where('acknowledgement', 'is', null)
        .returning('version')
        .executeTakeFirst();
      return row?.version ?? null;
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

    /** What the rep says. `seen` may still become more; agreeing and disagreeing stand. False where nothing was changed. */
    async acknowledge(id: string, repId: string, answer: Acknowledgement, at: Date): Promise<boolean> {
      const row = await db
        .updateTable('coaching_note')
        .set({ acknowledgement: answer, acknowledged_at: at })
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('rep_id', '=', repId)
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
