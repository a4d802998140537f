import type { Kysely, Selectable } from 'kysely';
import type { RecordType } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { CoachedRecord } from '../notes/types.ts';
import { purposeOfLine } from './purpose-of-line.ts';

/** What a rep wants to talk about at their next 1:1. */
export interface Line {
  readonly id: string;
  readonly repId: string;
  readonly record: CoachedRecord;
  readonly text: string;
  readonly at: Date;
  /** The day of the 1:1 at which it was talked about, `YYYY-MM-DD`; null while it waits. */
  readonly discussedOn: string | null;
}

/** Reps' own lines; text is sealed on the way in and opened on the way out. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const linesOf = (repId: string) =>
    db
      .selectFrom('coaching_line')
      .selectAll()
      .where('portal_id', '=', portalId)
      .where('rep_id', '=', repId)
      .orderBy('at')
      .orderBy('id');
  const toLine = (row: Selectable<Tables['coaching_line']>): Line => ({
    id: row.id,
    repId: row.rep_id,
    record: { type: row.record_type as RecordType, id: row.record_id },
    text: sealer.open(row.sealed_text, purposeOfLine(portalId, row.rep_id)),
    at: row.at,
    discussedOn: row.discussed_on,
  });

  return {
    /** Those that wait to be talked about, the oldest first. */
    async list(repId: string): Promise<Line[]> {
      return (await linesOf(repId).where('discussed_on', 'is', null).execute()).map(toLine);
    },

    /** Those that were talked about too, for the rep's own copy. */
    async listAll(repId: string): Promise<Line[]> {
      return (await linesOf(repId).execute()).map(toLine);
    },

    async add({ repId, record, text, at }: Omit<Line, 'id' | 'discussedOn'>): Promise<void> {
      await db
        .insertInto('coaching_line')
        .values({
          portal_id: portalId,
          rep_id: repId,
          record_type: record.type,
          record_id: record.id,
          sealed_text: sealer.seal(text, purposeOfLine(portalId, repId)),
          at,
        })
        .execute();
    },

    /** They were talked about on this day, those of them that are this rep's. */
    async discuss(ids: readonly string[], repId: string, day: string): Promise<void> {
      if (ids.length === 0) return;
      await db
        .updateTable('coaching_line')
        .set({ discussed_on: day })
        .where('portal_id', '=', portalId)
        .where('rep_id', '=', repId)
        .where('id', 'in', ids)
        .where('discussed_on', 'is', null)
        .execute();
    },

    /** False where this rep has no such line that still waits. */
    async withdraw(id: string, repId: string): Promise<boolean> {
      const row = await db
        .deleteFrom('coaching_line')
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('rep_id', '=', repId)
        .where('discussed_on', 'is', null)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
