import { sql, type Kysely } from 'kysely';
import type { Tables } from '../../../store/index.ts';
import type { DoubtedReminder, OpenReminder } from './types.ts';

/** The portals of which a reminder waits for HubSpot's search to tell whether it has a task already. */
export async function listAskedPortals(db: Kysely<Tables>): Promise<number[]> {
  const rows = await db
    .selectFrom('coaching_reminder')
    .select('portal_id')
    .distinct()
    .where('is_over', '=', false)
    .where('asked_at', 'is not', null)
    .orderBy('portal_id')
    .execute();
  return rows.map((row) => row.portal_id);
}

/** Who is to be reminded that notes wait for their answer, and what HubSpot was asked for. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  const change = (id: string) =>
    db.updateTable('coaching_reminder').where('portal_id', '=', portalId).where('id', '=', id);

  return {
    /**
     * Begins a reminder of everybody of whom a note that was shared by `sharedBy` waits and was never reminded of: one for
     * all of their notes, none for whoever has one of this day, or an earlier one that is not over. From then on these
     * notes count as reminded of. Reminders of earlier days that are over are forgotten.
     */
    async begin({ day, at, sharedBy }: { day: string; at: Date; sharedBy: Date }): Promise<void> {
      await db
        .deleteFrom('coaching_reminder')
        .where('portal_id', '=', portalId)
        .where('is_over', '=', true)
        .where('doubted_at', 'is', null)
        .where('on_day', '<', day)
        .execute();
      await sql`with due as (
          select note.id, note.rep_id from coaching_note note
            join owner on owner.portal_id = note.portal_id and owner.id = note.rep_id and not owner.archived
          where note.portal_id = ${portalId} and note.state = 'shared' and note.acknowledgement is null
            and note.reminded_at is null and note.shared_at <= ${sharedBy}),
        begun as (
          insert into coaching_reminder (portal_id, rep_id, on_day, at)
          select distinct ${portalId}::bigint, rep_id, ${day}::text, ${at}::timestamptz from due
          where not exists (select from coaching_reminder other where other.portal_id = ${portalId}
            and other.rep_id = due.rep_id and (not other.is_over or other.on_day >= ${day}))
          on conflict do nothing returning rep_id)
        update coaching_note note set reminded_at = ${at} from due join begun on begun.rep_id = due.rep_id
        where note.portal_id = ${portalId} and note.id = due.id`.execute(db);
    },

    /** Those that are not over, the one that has waited longest first. */
    async listOpen(limit: number): Promise<OpenReminder[]> {
      const rows = await db
        .selectFrom('coaching_reminder')
        .select(['id', 'rep_id as repId', 'asked_at as askedAt'])
        .select((eb) =>
          eb
            .exists(
              eb
                .selectFrom('coaching_note')
                .select('coaching_note.id')
                .where('coaching_note.portal_id', '=', portalId)
                .whereRef('coaching_note.rep_id', '=', 'coaching_reminder.rep_id')
                .whereRef('coaching_note.reminded_at', '=', 'coaching_reminder.at')
                .where('coaching_note.state', '=', 'shared')
                .where('coaching_note.acknowledgement', 'is', null),
            )
            .$castTo<boolean>()
            .as('isWanted'),
        )
        .where('portal_id', '=', portalId)
        .where('is_over', '=', false)
        .orderBy('at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows;
    },

    /** From now on HubSpot may hold a task of this reminder, which is one of this day. */
    async noteAsked(id: string, day: string, at: Date): Promise<void> {
      await change(id).set({ asked_at: at, on_day: day }).execute();
    },

    /** HubSpot may make a second task of this reminder yet, or one that nobody wants any more. */
    async noteDoubt(id: string, at: Date): Promise<void> {
      await change(id).set({ doubted_at: at }).execute();
    },

    /** It has its task, or, where that is null, is to have none. */
    async finish(id: string, taskId: string | null): Promise<void> {
      await change(id).set({ is_over: true, task_id: taskId }).execute();
    },

    /** Of those that are over: what is not yet is for the next pass to say. */
    async listDoubted(): Promise<DoubtedReminder[]> {
      const rows = await db
        .selectFrom('coaching_reminder')
        .select(['id', 'rep_id as repId', 'task_id as taskId', 'doubted_at as doubtedAt'])
        .where('portal_id', '=', portalId)
        .where('is_over', '=', true)
        .where('doubted_at', 'is not', null)
        .orderBy('id')
        .execute();
      return rows.flatMap(({ doubtedAt, ...row }) => (doubtedAt === null ? [] : { ...row, doubtedAt }));
    },

    /** Nothing comes of this doubt any more. */
    async settleDoubt(id: string): Promise<void> {
      await change(id).set({ doubted_at: null }).execute();
    },
  };
}
