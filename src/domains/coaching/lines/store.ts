import { sql, type Kysely, type RawBuilder, type Selectable } from 'kysely';
import type { RecordType } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { CoachedRecord } from '../notes/types.ts';
import { purposeOfLine } from './purpose-of-line.ts';

/** What a rep wants to talk about at their next 1:1. */
export interface Line {
  readonly id: string;
  readonly repId: string;
  /** For whom it was written: the rep's manager of that day; null where they had none. */
  readonly managerId: string | null;
  /** The later manager to whom the rep handed it on; null where they did not. */
  readonly readerId: string | null;
  readonly record: CoachedRecord;
  readonly text: string;
  readonly at: Date;
  /** The day of the 1:1 at which it was talked about, `YYYY-MM-DD`; null while it waits. */
  readonly discussedOn: string | null;
}

/**
 * Which of the waiting lines, as `line`, somebody reads: their own, and as the rep's manager those that were written for them
 * or handed on to them. An edit of who reports to whom opens nothing that was meant for another.
 */
export function isReadableBy(readerId: RawBuilder<unknown>) {
  return sql<boolean>`line.discussed_on is null and (line.rep_id = ${readerId}
    or (${readerId} in (line.manager_id, line.reader_id) and exists (select from person
      where person.portal_id = line.portal_id and person.owner_id = line.rep_id and person.manager_id = ${readerId})))`;
}

/** Reps' own lines; text is sealed on the way in and opened on the way out. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const linesOf = (repId: string) =>
    db
      .selectFrom('coaching_line as line')
      .selectAll()
      .where('portal_id', '=', portalId)
      .where('rep_id', '=', repId)
      .orderBy('at')
      .orderBy('id');
  const toLine = (row: Selectable<Tables['coaching_line']>): Line => ({
    id: row.id,
    repId: row.rep_id,
    managerId: row.manager_id,
    readerId: row.reader_id,
    record: { type: row.record_type as RecordType, id: row.record_id },
    text: sealer.open(row.sealed_text, purposeOfLine(portalId, row.rep_id)),
    at: row.at,
    discussedOn: row.discussed_on,
  });
  const listReadable = async (repId: string, readerId: string): Promise<Line[]> =>
    (
      await linesOf(repId)
        .where(isReadableBy(sql`${readerId}::text`))
        .execute()
    ).map(toLine);

  return {
    /** What of a rep's waits to be talked about and may be read by this person, the oldest first. */
    listReadable,

    /** All of a rep's own that wait. */
    list: (repId: string): Promise<Line[]> => listReadable(repId, repId),

    /** Those that were talked about too, for the rep's own copy. */
    async listAll(repId: string): Promise<Line[]> {
      return (await linesOf(repId).execute()).map(toLine);
    },

    /** False where the same words wait beside the same record for the same manager: one line that was sent twice. */
    async add({
      repId,
      managerId,
      record,
      text,
      at,
    }: Omit<Line, 'id' | 'readerId' | 'discussedOn'>): Promise<boolean> {
      const isKnown = (await listReadable(repId, repId)).some(
        (line) =>
          line.text === text &&
          line.managerId === managerId &&
          line.record.type === record.type &&
          line.record.id === record.id,
      );
      if (isKnown) return false;
      await db
        .insertInto('coaching_line')
        .values({
          portal_id: portalId,
          rep_id: repId,
          manager_id: managerId,
          record_type: record.type,
          record_id: record.id,
          sealed_text: sealer.seal(text, purposeOfLine(portalId, repId)),
          at,
        })
        .execute();
      return true;
    },

    /** This manager may read a line of the rep's from now on, while they are that. */
    async handOn(id: string, repId: string, managerId: string): Promise<void> {
      await db
        .updateTable('coaching_line')
        .set({ reader_id: managerId })
        .where('portal_id', '=', portalId)
        .where('id', '=', id)
        .where('rep_id', '=', repId)
        .execute();
    },

    /** They were talked about on this day with the manager, those of them that the manager reads. */
    async discuss(
      ids: readonly string[],
      { repId, managerId }: { readonly repId: string; readonly managerId: string },
      day: string,
    ): Promise<void> {
      await sql`update coaching_line line set discussed_on = ${day}
        where portal_id = ${portalId} and rep_id = ${repId} and id = any(${ids})
          and ${isReadableBy(sql`${managerId}::text`)}`.execute(db);
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
