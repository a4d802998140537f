import type { Kysely } from 'kysely';
import type { Tables } from '../../../store/index.ts';
import { forPortal as draftsOf } from '../drafts/sealed/store.ts';
import { forPortal as propertiesOf } from '../properties/store.ts';

/** What coaching holds on a person, as rows without a word of text. */
export type HeldCoaching = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** What is held on people, for whoever exports or erases it and must not read it. */
export function forPortal(db: Kysely<Tables>, portalId: number) {
  return {
    /** Everything in which the person wrote, was written about, promised or read: who, when and how it stands. */
    async list(ownerId: string): Promise<HeldCoaching> {
      const notes = await db
        .selectFrom('coaching_note')
        .select(['id', 'author_id', 'rep_id', 'record_type', 'record_id', 'state', 'version'])
        .select(['created_at', 'edited_at', 'shared_at', 'rubric_id', 'rubric_version'])
        .where('portal_id', '=', portalId)
        // That somebody keeps a private note about them is the author's; it is in the copy that only they open.
        .where((eb) =>
          eb.or([
            eb('author_id', '=', ownerId),
            eb.and([eb('rep_id', '=', ownerId), eb('state', '=', 'shared')]),
          ]),
        )
        .orderBy('created_at')
        .execute();
      const addenda = await db
        .selectFrom('coaching_addendum')
        .select(['id', 'note_id', 'at'])
        .where('portal_id', '=', portalId)
        .where('author_id', '=', ownerId)
        .orderBy('at')
        .execute();
      const lines = await db
        .selectFrom('coaching_line')
        .select(['id', 'rep_id', 'manager_id', 'reader_id', 'record_type', 'record_id', 'at'])
        .where('portal_id', '=', portalId)
        .where((eb) =>
          eb.or([eb('rep_id', '=', ownerId), eb('manager_id', '=', ownerId), eb('reader_id', '=', ownerId)]),
        )
        .orderBy('at')
        .execute();
      const actions = await db
        .selectFrom('coaching_action')
        .select(['id', 'note_id', 'author_id', 'rep_id', 'doer_id'])
        .select('created_at')
        .where('portal_id', '=', portalId)
        .where((eb) =>
          eb.or([eb('author_id', '=', ownerId), eb('rep_id', '=', ownerId), eb('doer_id', '=', ownerId)]),
        )
        .orderBy('created_at')
        .execute();
      const reads = await db
        .selectFrom('coaching_access')
        .select(['note_id', 'on_day'])
        .where('portal_id', '=', portalId)
        .where('reader_id', '=', ownerId)
        .orderBy('on_day')
        .execute();
      const requests = await db
        .selectFrom('coaching_request')
        .select(['id', 'record_type', 'record_id', 'at', 'taken_up_on'])
        .where('portal_id', '=', portalId)
        .where('rep_id', '=', ownerId)
        .orderBy('at')
        .execute();
      const reminders = await db
        .selectFrom('coaching_reminder')
        .select(['id', 'on_day', 'at', 'asked_at', 'task_id'])
        .where('portal_id', '=', portalId)
        .where('rep_id', '=', ownerId)
        .execute();
      const meetings = await db
        .selectFrom('coaching_meeting')
        .select(['manager_id', 'rep_id', 'number', 'held_on', 'due_on', 'minutes', 'kind', 'attendance'])
        .where('portal_id', '=', portalId)
        .where((eb) => eb.or([eb('rep_id', '=', ownerId), eb('manager_id', '=', ownerId)]))
        .orderBy('held_on')
        .execute();
      const changes = await db
        .selectFrom('coaching_meeting_change')
        .select(['manager_id', 'rep_id', 'due_on', 'moved_to', 'at'])
        .where('portal_id', '=', portalId)
        .where((eb) => eb.or([eb('rep_id', '=', ownerId), eb('manager_id', '=', ownerId)]))
        .orderBy('at')
        .execute();
      const cadence = await db
        .selectFrom('coaching_cadence')
        .select('cadence')
        .where('portal_id', '=', portalId)
        .where('rep_id', '=', ownerId)
        .execute();
      const agendas = await db
        .selectFrom('coaching_agenda')
        .select(['manager_id', 'rep_id', 'due_on', 'line_ids', 'made_at'])
        .where('portal_id', '=', portalId)
        .where((eb) => eb.or([eb('rep_id', '=', ownerId), eb('manager_id', '=', ownerId)]))
        .execute();
      const disputes = await db
        .selectFrom('coaching_dispute')
        .select(['deal_id', 'reason', 'at'])
        .where('portal_id', '=', portalId)
        .where('rep_id', '=', ownerId)
        .orderBy('at')
        .execute();
      const handovers = await db
        .selectFrom('coaching_handover')
        .select(['note_id', 'rep_id', 'manager_id', 'at'])
        .where('portal_id', '=', portalId)
        .where((eb) => eb.or([eb('rep_id', '=', ownerId), eb('manager_id', '=', ownerId)]))
        .orderBy('at')
        .execute();
      const copies = await db
        .selectFrom('coaching_copy')
        .select(['asked_by', 'made_at', 'expires_at', 'collected_at', 'withdrawn_at'])
        .where('portal_id', '=', portalId)
        .where('owner_id', '=', ownerId)
        .execute();
      const calibrations = await db
        .selectFrom('coaching_calibration')
        .selectAll()
        .where('portal_id', '=', portalId)
        .where((eb) => eb.or([eb('director_id', '=', ownerId), eb('rep_id', '=', ownerId)]))
        .orderBy('created_at')
        .execute();
      const calibrationScorings = await db
        .selectFrom('coaching_calibration_scoring')
        .select(['calibration_id', 'scored_at'])
        .where('portal_id', '=', portalId)
        .where('manager_id', '=', ownerId)
        .orderBy('calibration_id')
        .execute();
      return {
        coachingCalibrations: calibrations,
        coachingCalibrationScorings: calibrationScorings,
        coachingNotes: notes,
        coachingAddenda: addenda,
        coachingLines: lines.map((line) => (line.rep_id === ownerId ? line : hideOthers(line, ownerId))),
        coachingDrafts: await draftsOf(db, portalId).list(ownerId),
        coachingActions: actions,
        coachingReads: reads,
        coachingMeetings: meetings,
        coachingMeetingChanges: changes,
        coachingCadence: cadence,
        coachingAgendas: agendas,
        coachingDisputes: disputes,
        coachingHandovers: handovers,
        coachingCopies: copies,
        coachingRequests: requests,
        coachingReminders: reminders,
      };
    },

    /**
     * Takes away what was written and scored about a person, what they wrote for themselves alone, what they, or a workflow,
     * wanted to talk about, how they scored in calibrations, calibrations of theirs that nobody scored, what they read, and their
     * 1:1s. What they shared with somebody else, or had them score, stays with that person, under a number without a name.
     */
    async erase(ownerId: string): Promise<void> {
      const about = db
        .selectFrom('coaching_note')
        .select('id')
        .where('portal_id', '=', portalId)
        .where((eb) =>
          eb.or([
            eb('rep_id', '=', ownerId),
            eb.and([eb('author_id', '=', ownerId), eb('state', '<>', 'shared')]),
          ]),
        );
      const beside = await db
        .selectFrom('coaching_note')
        .select('record_id')
        .where('portal_id', '=', portalId)
        .where('record_type', '=', 'deal')
        .where('id', 'in', about)
        .execute();
      await propertiesOf(db, portalId).renew(beside.map(({ record_id }) => record_id));
      for (const table of [
        'coaching_addendum',
        'coaching_action',
        'coaching_access',
        'coaching_handover',
      ] as const)
        await db.deleteFrom(table).where('portal_id', '=', portalId).where('note_id', 'in', about).execute();
      await draftsOf(db, portalId).erase(ownerId, about);
      await db
        .deleteFrom('coaching_note')
        .where('portal_id', '=', portalId)
        .where('id', 'in', about)
        .execute();
      // An open action may have outlived its note.
      for (const table of [
        'coaching_action',
        'coaching_line',
        'coaching_request',
        'coaching_reminder',
        'coaching_cadence',
        'coaching_dispute',
      ] as const)
        await db.deleteFrom(table).where('portal_id', '=', portalId).where('rep_id', '=', ownerId).execute();
      // A line stays its rep's, whoever was to read it.
      for (const reader of ['manager_id', 'reader_id'] as const)
        await db
          .updateTable('coaching_line')
          .set({ [reader]: null })
          .where('portal_id', '=', portalId)
          .where(reader, '=', ownerId)
          .execute();
      // What a manager scored is theirs, whoever began it.
      const scored = db
        .selectFrom('coaching_calibration_scoring')
        .select('calibration_id')
        .where('portal_id', '=', portalId)
        .where('manager_id', '<>', ownerId)
        .where('scored_at', 'is not', null);
      const calibrated = db
        .selectFrom('coaching_calibration')
        .select('id')
        .where('portal_id', '=', portalId)
        .where((eb) =>
          eb.or([
            eb('rep_id', '=', ownerId),
            eb.and([eb('director_id', '=', ownerId), eb('id', 'not in', scored)]),
          ]),
        );
      await db
        .deleteFrom('coaching_calibration_scoring')
        .where('portal_id', '=', portalId)
        .where((eb) => eb.or([eb('manager_id', '=', ownerId), eb('calibration_id', 'in', calibrated)]))
        .execute();
      await db
        .deleteFrom('coaching_calibration')
        .where('portal_id', '=', portalId)
        .where('id', 'in', calibrated)
        .execute();
      await db
        .deleteFrom('coaching_access')
        .where('portal_id', '=', portalId)
        .where('reader_id', '=', ownerId)
        .execute();
      for (const table of [
        'coaching_handover',
        'coaching_meeting',
        'coaching_meeting_change',
        'coaching_agenda',
      ] as const)
        await db
          .deleteFrom(table)
          .where('portal_id', '=', portalId)
          .where((eb) => eb.or([eb('rep_id', '=', ownerId), eb('manager_id', '=', ownerId)]))
          .execute();
      // In whose group they were counted, and what was said of their own. What they answered stands under no name here.
      await db
        .deleteFrom('pulse_member')
        .where('portal_id', '=', portalId)
        .where((eb) => eb.or([eb('manager_id', '=', ownerId), eb('member_id', '=', ownerId)]))
        .execute();
      await db
        .deleteFrom('pulse_group')
        .where('portal_id', '=', portalId)
        .where('manager_id', '=', ownerId)
        .execute();
      await db
        .deleteFrom('coaching_copy')
        .where('portal_id', '=', portalId)
        .where('owner_id', '=', ownerId)
        .execute();
    },
  };
}

/** To whom else a rep's line was given is the rep's to know. */
function hideOthers<Line extends { manager_id: string | null; reader_id: string | null }>(
  line: Line,
  ownerId: string,
): Line {
  const own = (id: string | null) => (id === ownerId ? id : null);
  return { ...line, manager_id: own(line.manager_id), reader_id: own(line.reader_id) };
}
