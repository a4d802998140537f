import type { Kysely } from 'kysely';
import type { Cadence } from '../../../contract/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { HeldMeeting, Pair } from '../agenda/pair-facts.ts';

/** 1:1s of two people: how often, what was said about single ones, and what took place. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    async setCadence(repId: string, cadence: Cadence): Promise<void> {
      await db
        .insertInto('coaching_cadence')
        .values({ portal_id: portalId, rep_id: repId, cadence })
        .onConflict((conflict) => conflict.columns(['portal_id', 'rep_id']).doUpdateSet({ cadence }))
        .execute();
    },

    /** Skips the 1:1 that was due on a day, or moves it; what was said of it before holds no more. */
    async change({ managerId, repId }: Pair, dueOn: string, movedTo: string | null, at: Date): Promise<void> {
      // A day that was moved away from before is free again once something is moved to it.
      if (movedTo !== null)
        await db
          .deleteFrom('coaching_meeting_change')
          .where('portal_id', '=', portalId)
          .where('manager_id', '=', managerId)
          .where('rep_id', '=', repId)
          .where('due_on', '=', movedTo)
          .execute();
      await db
        .insertInto('coaching_meeting_change')
        .values({
          portal_id: portalId,
          manager_id: managerId,
          rep_id: repId,
          due_on: dueOn,
          moved_to: movedTo,
          at,
        })
        .onConflict((conflict) =>
          conflict
            .columns(['portal_id', 'manager_id', 'rep_id', 'due_on'])
            .doUpdateSet({ moved_to: movedTo, at }),
        )
        .execute();
    },

    /** False where one of this number has been recorded already. */
    async hold(
      { managerId, repId }: Pair,
      meeting: HeldMeeting & { readonly dueOn: string },
      at: Date,
    ): Promise<boolean> {
      const row = await db
        .insertInto('coaching_meeting')
        .values({
          portal_id: portalId,
          manager_id: managerId,
          rep_id: repId,
          number: meeting.number,
          held_on: meeting.heldOn,
          due_on: meeting.dueOn,
          minutes: meeting.minutes,
          kind: meeting.kind,
          attendance: meeting.attendance,
          at,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },
  };
}
