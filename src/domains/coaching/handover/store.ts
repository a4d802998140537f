import { sql, type Kysely } from 'kysely';
import type { RecordType } from '../../../contract/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { CoachedRecord } from '../notes/types.ts';

/** A note that was shared with a rep, as they may hand it on; not a word of its text. */
export interface SharedNote {
  readonly id: string;
  readonly authorId: string;
  readonly record: CoachedRecord;
  /** When something was last said in it. */
  readonly newsAt: Date;
  /** To whom it was handed on, and when; null where it was not. */
  readonly handed: { readonly managerId: string; readonly at: Date } | null;
}

/** What reps handed on. Who reads it because of that, the notes' own statement decides. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** Every note that was shared with this rep. */
    async listShared(repId: string): Promise<SharedNote[]> {
      const { rows } = await sql<{
        id: string;
        author_id: string;
        record_type: RecordType;
        record_id: string;
        news_at: Date;
        manager_id: string | null;
        at: Date | null;
      }>`select note.id, note.author_id, note.record_type, note.record_id, handed.manager_id, handed.at,
          greatest(note.edited_at, note.shared_at, note.acknowledged_at, note.self_scored_at, (select max(addendum.at) from coaching_addendum addendum
            where addendum.portal_id = note.portal_id and addendum.note_id = note.id)) as news_at
        from coaching_note note left join coaching_handover handed
          on handed.portal_id = note.portal_id and handed.note_id = note.id
        where note.portal_id = ${portalId} and note.rep_id = ${repId} and note.state = 'shared'
        order by note.created_at, note.id`.execute(db);
      return rows.map(({ id, author_id, record_type, record_id, news_at, manager_id, at }) => ({
        id,
        authorId: author_id,
        record: { type: record_type, id: record_id },
        newsAt: news_at,
        handed: manager_id !== null && at !== null ? { managerId: manager_id, at } : null,
      }));
    },

    /** Opens notes of this rep to one manager, as they are at this moment. */
    async hand(noteIds: readonly string[], repId: string, managerId: string, at: Date): Promise<void> {
      await sql`insert into coaching_handover (portal_id, note_id, rep_id, manager_id, at)
        select portal_id, id, rep_id, ${managerId}::text, ${at}::timestamptz from coaching_note
        where portal_id = ${portalId} and rep_id = ${repId} and state = 'shared' and id = any(${noteIds})
        on conflict (portal_id, note_id) do update set manager_id = excluded.manager_id, at = excluded.at`.execute(
        db,
      );
    },

    async takeBack(noteIds: readonly string[], repId: string): Promise<void> {
      await sql`delete from coaching_handover
        where portal_id = ${portalId} and rep_id = ${repId} and note_id = any(${noteIds})`.execute(db);
    },
  };
}
