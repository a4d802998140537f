import { localDate, type LocalDate } from '../../../kernel/period.ts';
import { calendarOf, type Portal } from '../../../kernel/portal.ts';
import type { HeldMeeting } from '../agenda/pair-facts.ts';
import { chooseTimeShown } from '../time/choose-time-shown.ts';
import { describeCoachingTime } from '../time/describe-coaching-time.ts';
import { measureCoachingTime } from '../time/measure-coaching-time.ts';
import type { TimePolicy } from '../time/types.ts';

/**
 * A manager's coaching time in sentences: for the manager up to yesterday, for whoever is above a quarter later. Recorded
 * since the first 1:1 of theirs.
 */
export function measureTime({
  portal,
  viewer,
  meetings,
  reps,
  policy,
  now,
}: {
  readonly portal: Portal;
  readonly viewer: 'manager' | 'director';
  readonly meetings: readonly HeldMeeting[];
  readonly reps: number;
  readonly policy: TimePolicy;
  readonly now: Date;
}): string[] {
  const until: LocalDate = chooseTimeShown(viewer, calendarOf(portal), now);
  const held = meetings.filter(({ attendance }) => attendance === 'both');
  const [first = localDate(now, portal.timeZone)] = held.map(({ heldOn }) => heldOn).toSorted();
  const time = measureCoachingTime({
    sessions: held.map(({ heldOn, minutes, kind }) => ({ on: heldOn, minutes, kind })),
    recordedSince: first,
    until,
    reps,
    policy,
  });
  return describeCoachingTime(time, policy);
}
