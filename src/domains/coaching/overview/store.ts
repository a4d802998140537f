import type { Kysely } from 'kysely';
import type { Cadence } from '../../../contract/index.ts';
import type { Tables } from '../../../store/index.ts';
import type { HeldMeeting, Pair } from '../agenda/pair-facts.ts';

/** Dates and counts of 1:1s: nothing of what was said. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** What these managers recorded. */
    async listMeetings(managerIds: readonly string[]): Promise<(Pair & HeldMeeting)[]> {
      if (managerIds.length === 0) return [];
      const rows = await db
        .selectFrom('coaching_meeting')
        .select(['manager_id as managerId', 'rep_id as repId', 'number', 'held_on as heldOn', 'minutes'])
        .select(['kind', 'attendance'])
        .where('portal_id', '=', portalId)
        .where('manager_id', 'in', managerIds)
        .orderBy('held_on')
        .execute();
      return rows.map((row) => ({
        ...row,
        kind: row.kind as HeldMeeting['kind'],
        attendance: row.attendance as HeldMeeting['attendance'],
      }));
    },

    /** What they said about single 1:1s. */
    async listChanges(
      managerIds: readonly string[],
    ): Promise<(Pair & { readonly dueOn: string; readonly movedTo: string | null })[]> {
      if (managerIds.length === 0) return [];
      return db
        .selectFrom('coaching_meeting_change')
        .select(['manager_id as managerId', 'rep_id as repId', 'due_on as dueOn', 'moved_to as movedTo'])
        .where('portal_id', '=', portalId)
        .where('manager_id', 'in', managerIds)
        .orderBy('due_on')
        .execute();
    },

    /** The cadence of everybody who has their own. */
    async listCadences(): Promise<Map<string, Cadence>> {
      const rows = await db
        .selectFrom('coaching_cadence')
        .select(['rep_id', 'cadence'])
        .where('portal_id', '=', portalId)
        .execute();
      return new Map(rows.map((row) => [row.rep_id, row.cadence as Cadence]));
    },
  };
}
