import type { Kysely, Selectable } from 'kysely';
import type { RecordType } from '../../../contract/index.ts';
import type { TextSealer } from '../../../install/index.ts';
import { inChunks, type Tables } from '../../../store/index.ts';
import type { CoachedRecord } from '../notes/types.ts';
import { purposeOfRequest } from './purpose-of-request.ts';

/** What a workflow of HubSpot wants talked about at a rep's next 1:1. */
export interface CoachingRequest {
  readonly id: string;
  readonly repId: string;
  readonly record: CoachedRecord;
  readonly reason: string;
  readonly at: Date;
  /** The day of the 1:1 at which it was talked about, `YYYY-MM-DD`; null while it waits. */
  readonly takenUpOn: string | null;
}

export interface NewRequest extends Pick<CoachingRequest, 'repId' | 'record' | 'reason' | 'at'> {
  /** HubSpot's name for one run of the action on one record, the same however often it is delivered. */
  readonly callbackId: string;
}

/** Requests of workflows; the reason is sealed on the way in and opened on the way out. */
export function forPortal(db: Kysely<Tables>, portalId: number, sealer: TextSealer) {
  const own = () => db.selectFrom('coaching_request').selectAll().where('portal_id', '=', portalId);
  const toRequest = (row: Selectable<Tables['coaching_request']>): CoachingRequest => ({
    id: row.id,
    repId: row.rep_id,
    record: { type: row.record_type as RecordType, id: row.record_id },
    reason: sealer.open(row.sealed_reason, purposeOfRequest(portalId, row.rep_id)),
    at: row.at,
    takenUpOn: row.taken_up_on,
  });

  return {
    /** False where this run has been heard of before. */
    async add({ callbackId, repId, record, reason, at }: NewRequest): Promise<boolean> {
      const row = await db
        .insertInto('coaching_request')
        .values({
          portal_id: portalId,
          callback_id: callbackId,
          rep_id: repId,
          record_type: record.type,
          record_id: record.id,
          sealed_reason: sealer.seal(reason, purposeOfRequest(portalId, repId)),
          at,
        })
        .onConflict((conflict) => conflict.columns(['portal_id', 'callback_id']).doNothing())
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    /** Whether this run has been taken before. */
    async isKnown(callbackId: string): Promise<boolean> {
      return (await own().where('callback_id', '=', callbackId).executeTakeFirst()) !== undefined;
    },

    /** All that were ever made about a rep, for the rep's own export. */
    async listAll(repId: string): Promise<CoachingRequest[]> {
      const rows = await own().where('rep_id', '=', repId).orderBy('at').orderBy('id').execute();
      return rows.map(toRequest);
    },

    /** They were talked about with their rep in a 1:1 on this day; one that was taken up before keeps its own. */
    async takeUp(ids: readonly string[], repId: string, day: string): Promise<void> {
      await inChunks(ids, (part) =>
        db
          .updateTable('coaching_request')
          .set({ taken_up_on: day })
          .where('portal_id', '=', portalId)
          .where('id', 'in', part)
          .where('rep_id', '=', repId)
          .where('taken_up_on', 'is', null)
          .execute(),
      );
    },
  };
}
