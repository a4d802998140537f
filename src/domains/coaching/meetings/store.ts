import { sql, type Kysely } from 'kysely';
import type { Cadence } from '../../../contract/index.ts';
import { gather, inChunks, type Tables } from '../../../store/index.ts';
import { openDates, type DatesRow } from '../agenda/open-pair.ts';
import type { HeldMeeting, Pair, PairDates, PreparedAgenda } from '../agenda/pair-facts.ts';

/** What says when two people's 1:1s are due, in a statement over `pair`, which names them. */
export function datesOfPair(portalId: number) {
  return sql`pair.manager_id as "managerId", pair.rep_id as "repId",
    (select cadence from coaching_cadence c where c.portal_id = ${portalId} and c.rep_id = pair.rep_id) as cadence,
    (select manager_since from person p where p.portal_id = ${portalId} and p.owner_id = pair.rep_id) as since,
    ${gather(
      sql`jsonb_build_object('number', m.number, 'heldOn', m.held_on, 'minutes', m.minutes, 'kind', m.kind,
        'attendance', m.attendance)`,
      sql`coaching_meeting m where m.portal_id = ${portalId} and m.rep_id = pair.rep_id
        and m.manager_id = pair.manager_id`,
    )} as meetings,
    ${gather(
      sql`jsonb_build_object('dueOn', c.due_on, 'movedTo', c.moved_to)`,
      sql`coaching_meeting_change c where c.portal_id = ${portalId} and c.manager_id = pair.manager_id
        and c.rep_id = pair.rep_id`,
    )} as changes,
    (select jsonb_build_object('dueOn', g.due_on, 'madeAt', g.made_at, 'lineIds', g.line_ids)
      from coaching_agenda g where g.portal_id = ${portalId} and g.manager_id = pair.manager_id
      and g.rep_id = pair.rep_id) as prepared,
    (select to_jsonb(p) from coaching_policy p where p.portal_id = ${portalId}) as policy`;
}

/** The pairs as rows of `pair`. */
export function thesePairs(pairs: readonly Pair[]) {
  return sql`unnest(${pairs.map(({ managerId }) => managerId)}::text[],
    ${pairs.map(({ repId }) => repId)}::text[]) as pair (manager_id, rep_id)`;
}

/** 1:1s of two people: how often, what was said about single ones, and what took place. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** When the 1:1s of these pairs were and what says when the next ones are, in one statement that opens no text. */
    async readDates(pairs: readonly Pair[]): Promise<PairDates[]> {
      const { rows } = await sql<DatesRow>`select ${datesOfPair(portalId)} from ${thesePairs(pairs)}`.execute(
        db,
      );
      return rows.map(openDates);
    },

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

    /** What was prepared for these, in place of what was prepared before. */
    async keepPrepared(
      prepared: readonly (Pair & Omit<PreparedAgenda, 'madeAt'>)[],
      at: Date,
    ): Promise<void> {
      await inChunks(prepared, (part) =>
        db
          .insertInto('coaching_agenda')
          .values(
            part.map(({ managerId, repId, lineIds, dueOn }) => ({
              portal_id: portalId,
              manager_id: managerId,
              rep_id: repId,
              due_on: dueOn,
              line_ids: JSON.stringify(lineIds),
              made_at: at,
            })),
          )
          .onConflict((conflict) =>
            conflict.columns(['portal_id', 'manager_id', 'rep_id']).doUpdateSet((eb) => ({
              due_on: eb.ref('excluded.due_on'),
              line_ids: eb.ref('excluded.line_ids'),
              made_at: eb.ref('excluded.made_at'),
            })),
          )
          .execute(),
      );
    },
  };
}
