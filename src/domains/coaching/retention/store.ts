import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { KeptMonths } from '../../../contract/index.ts';
import type { Tables } from '../../../store/index.ts';

/** How much is erased. */
export interface ErasedCounts {
  readonly notes: number;
  readonly drafts: number;
  readonly replies: number;
  /** What reps, or workflows, wanted talked about. */
  readonly lines: number;
  readonly actions: number;
  readonly calibrations: number;
  /** Risks that reps marked as wrong. */
  readonly disputes: number;
}

/** What goes with its note. Action items go on their own: an open one stays until it is closed. */
export const withNotes = ['coaching_addendum', 'coaching_access', 'coaching_handover'] as const;

/** How long coaching is kept, and what has been kept long enough. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  /** Notes in which nothing was written, shared, answered, scored or added since; drafts too. */
  const oldNotes = (before: Date): RawBuilder<unknown> => sql`select id from coaching_note note
    where portal_id = ${portalId} and greatest(edited_at, shared_at, acknowledged_at, self_scored_at,
      (select max(at) from coaching_addendum addendum
        where addendum.portal_id = note.portal_id and addendum.note_id = note.id)) < ${before}`;
  const closedActions = (ofNotes: RawBuilder<unknown>): RawBuilder<unknown> => sql`from coaching_action action
    where portal_id = ${portalId} and state <> 'open' and ${ofNotes}`;
  /** Calibrations in which nobody has scored since. */
  const oldCalibrations = (before: Date): RawBuilder<unknown> => sql`from coaching_calibration calibration
    where portal_id = ${portalId} and greatest(created_at, (select max(scored_at) from coaching_calibration_scoring scoring
      where scoring.portal_id = calibration.portal_id and scoring.calibration_id = calibration.id)) < ${before}`;
  const count = async (rest: RawBuilder<unknown>): Promise<number> => {
    const { rows } = await sql<{ found: number }>`select count(*)::integer as found ${rest}`.execute(db);
    return rows[0]?.found ?? 0;
  };
  const remove = async (rest: RawBuilder<unknown>): Promise<number> =>
    Number((await sql`delete ${rest}`.execute(db)).numAffectedRows ?? 0n);
  const isGone = sql`not exists (select from coaching_note note
    where note.portal_id = action.portal_id and note.id = action.note_id)`;

  return {
    /** Undefined while nobody has chosen. */
    async readMonths(): Promise<KeptMonths | undefined> {
      const row = await db
        .selectFrom('coaching_retention')
        .select('months')
        .where('portal_id', '=', portalId)
        .executeTakeFirst();
      return row?.months as KeptMonths | undefined;
    },

    async choose(months: KeptMonths): Promise<void> {
      await db
        .insertInto('coaching_retention')
        .values({ portal_id: portalId, months })
        .onConflict((conflict) => conflict.column('portal_id').doUpdateSet({ months }))
        .execute();
    },

    async countOld(before: Date): Promise<ErasedCounts> {
      const old = oldNotes(before);
      return {
        notes: await count(
          sql`from coaching_note where portal_id = ${portalId} and state <> 'draft' and id in (${old})`,
        ),
        drafts:
          (await count(
            sql`from coaching_note where portal_id = ${portalId} and state = 'draft' and id in (${old})`,
          )) + (await count(sql`from coaching_text_draft where portal_id = ${portalId} and at < ${before}`)),
        replies: await count(
          sql`from coaching_addendum where portal_id = ${portalId} and note_id in (${old})`,
        ),
        lines:
          (await count(sql`from coaching_line where portal_id = ${portalId} and at < ${before}`)) +
          (await count(sql`from coaching_request where portal_id = ${portalId} and at < ${before}`)),
        actions: await count(closedActions(sql`(note_id in (${old}) or ${isGone})`)),
        calibrations: await count(oldCalibrations(before)),
        disputes: await count(sql`from coaching_dispute where portal_id = ${portalId} and at < ${before}`),
      };
    },

    /** Erases what `countOld` counts. Who read a note goes with it, and so does what of it was handed on. */
    async eraseOld(before: Date): Promise<void> {
      await remove(sql`from coaching_note where portal_id = ${portalId} and id in (${oldNotes(before)})`);
      for (const table of withNotes)
        await remove(sql`from ${sql.table(table)} part where portal_id = ${portalId} and not exists (
          select from coaching_note note where note.portal_id = part.portal_id and note.id = part.note_id)`);
      await remove(sql`from coaching_text_draft draft where portal_id = ${portalId} and record_type in ('note', 'edit')
        and not exists (select from coaching_note note
          where note.portal_id = draft.portal_id and note.id = draft.record_id)`);
      await remove(closedActions(isGone));
      await remove(oldCalibrations(before));
      await remove(sql`from coaching_calibration_scoring scoring where portal_id = ${portalId} and not exists (
        select from coaching_calibration calibration
        where calibration.portal_id = scoring.portal_id and calibration.id = scoring.calibration_id)`);
      for (const table of [
        'coaching_line',
        'coaching_request',
        'coaching_dispute',
        'coaching_text_draft',
      ] as const)
        await remove(sql`from ${sql.table(table)} where portal_id = ${portalId} and at < ${before}`);
      await remove(sql`from coaching_copy where portal_id = ${portalId} and made_at < ${before}`);
    },

    /**
     * Of calibrations that were begun before: whoever has not scored is asked no more, and one that nobody has scored goes.
     * Answers how many these were.
     */
    async closeCalibrations(before: Date): Promise<number> {
      const { rows } = await sql<{ id: string }>`
        with closed as (
          delete from coaching_calibration_scoring scoring using coaching_calibration calibration
          where scoring.portal_id = ${portalId} and scored_at is null and calibration.portal_id = scoring.portal_id
            and calibration.id = scoring.calibration_id and created_at < ${before}
          returning calibration_id)
        select distinct calibration_id as id from closed`.execute(db);
      await remove(sql`from coaching_calibration calibration where portal_id = ${portalId} and created_at < ${before}
        and not exists (select from coaching_calibration_scoring scoring
          where scoring.portal_id = calibration.portal_id and scoring.calibration_id = calibration.id)`);
      return rows.length;
    },

    /** What a copy holds goes when the time to collect it is over; that there was one stays. */
    async emptyCopies(now: Date): Promise<void> {
      await db
        .updateTable('coaching_copy')
        .set({ sealed_file: null })
        .where('portal_id', '=', portalId)
        .where('expires_at', '<=', now)
        .execute();
    },
  };
}
