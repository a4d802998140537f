import type { Kysely } from 'kysely';
import type { RecordType } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { CoachedRecord } from '../notes/types.ts';

/** What a rep wants to talk about at their next 1:1. */
export interface Line {
  readonly id: string;
  readonly repId: string;
  readonly record: CoachedRecord;
  readonly text: string;
  readonly at: Date;
}

const purpose = (portalId: number, repId: string): string => `portal:${portalId}:line of ${repId}`;

/** Reps' own lines; text is sealed on the way in and opened on the way out. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  return {
    /** The oldest first. */
    async list(repId: string): Promise<Line[]> {
      const rows = await db
        .selectFrom('coaching_line')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where('rep_id', '=', repId)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        repId: row.rep_id,
        record: { type: row.record_type as RecordType, id: row.record_id },
        text: sealer.open(row.sealed_text, purpose(portalId, row.rep_id)),
        at: row.at,
      }));
    },

    async add({ repId, record, text, at }: Omit<Line, 'id'>): Promise<void> {
      await db
        .insertInto('coaching_line')
        .values({
          portal_id: portalId,
          rep_id: repId,
          record_type: record.type,
          record_id: record.id,
          sealed_text: sealer.seal(text, purpose(portalId, repId)),
          at,
        })
        .execute();
    },

    /** False where this rep has no such line. */
    async withdraw(id: string, repId: string): Promise<boolean> {
      const row = await db
        .deleteFrom('coaching_line')
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('rep_id', '=', repId)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
