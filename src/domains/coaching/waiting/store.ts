import { sql, type Kysely } from 'kysely';
import type { RecordType } from '../../../contract/index.ts';
import type { Tables } from '../../../store/index.ts';
import { readableNotes } from '../notes/store.ts';
import type { CoachedRecord } from '../notes/types.ts';

/** A shared note that its rep has not answered: when, by whom and where, never what it says. */
export interface UnansweredNote {
  readonly id: string;
  readonly sharedAt: Date;
  readonly authorId: string;
  readonly record: CoachedRecord;
  /** Null beside anything but a deal, and for a deal that is gone. */
  readonly dealName: string | null;
}

/** What waits for an answer. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** What this rep has not answered, the oldest first, and how many there are in all. */
    async listUnanswered(
      repId: string,
      limit: number,
    ): Promise<{ notes: readonly UnansweredNote[]; total: number }> {
      const rows = await readableNotes(db, portalId, repId)
        .leftJoin('deal', (join) =>
          join
            .onRef('deal.portal_id', '=', 'coaching_note.portal_id')
            .onRef('deal.id', '=', 'coaching_note.record_id')
            .on('coaching_note.record_type', '=', 'deal'),
        )
        .select(['coaching_note.id', 'author_id', 'record_type', 'record_id', 'deal.name'])
        // A shared note has the moment at which it was.
        .select(sql<Date>`shared_at`.as('shared_at'))
        .select(sql<number>`(count(*) over ())::integer`.as('total'))
        .where('rep_id', '=', repId)
        .where('state', '=', 'shared')
        .where('acknowledgement', 'is', null)
        .orderBy('shared_at')
        .orderBy('coaching_note.id')
        .limit(limit)
        .execute();
      return {
        notes: rows.map((row) => ({
          id: row.id,
          sharedAt: row.shared_at,
          authorId: row.author_id,
          record: { type: row.record_type as RecordType, id: row.record_id },
          dealName: row.name,
        })),
        total: rows[0]?.total ?? 0,
      };
    },
  };
}
