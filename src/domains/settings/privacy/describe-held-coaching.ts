import type { AboutMeView } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import type { HeldCoaching } from '../../coaching/index.ts';

/** What coaching holds on a person, counted: the words themselves are in their export. Nothing that is not there is named. */
export function describeHeldCoaching(held: HeldCoaching, ownerId: string): AboutMeView['held'] {
  const count = (rows: string, column: string): number =>
    held[rows]?.filter((row) => row[column] === ownerId).length ?? 0;
  const all = (rows: string): number => held[rows]?.length ?? 0;
  const begun = all('coachingDrafts');
  const lines = [
    [count('coachingNotes', 'author_id'), 'note that you wrote', 'notes that you wrote'],
    [count('coachingNotes', 'rep_id'), 'note that was shared with you', 'notes that were shared with you'],
    [all('coachingAddenda'), 'reply or addition of yours', 'replies and additions of yours'],
    [count('coachingLines', 'rep_id'), 'line of yours for your 1:1s', 'lines of yours for your 1:1s'],
    [begun, 'text that you have begun', 'texts that you have begun'],
    [count('coachingActions', 'doer_id'), 'promise of yours', 'promises of yours'],
    [all('coachingMeetings'), 'held 1:1', 'held 1:1s'],
    [all('coachingDisputes'), 'risk that you marked as wrong', 'risks that you marked as wrong'],
    [all('coachingRequests'), 'topic that a workflow asked for', 'topics that workflows asked for'],
    [all('coachingCalibrationScorings'), 'calibration that you score in', 'calibrations that you score in'],
  ] as const;
  const there = lines.flatMap(([number, one, several]) =>
    number === 0 ? [] : [countNoun(number, one, several)],
  );
  if (there.length === 0) return [];
  return [
    {
      title: 'Coaching',
      lines: there,
      from: 'you, your managers, and workflows',
      seenBy: 'its author and the rep whom it is about; managers above them and ops see days and counts',
    },
  ];
}
