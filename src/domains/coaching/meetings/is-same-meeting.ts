import type { HeldMeeting } from '../agenda/pair-facts.ts';

/** Whether two say the same of a 1:1: then the second was sent because the first answer was lost. */
export function isSameMeeting(one: HeldMeeting, other: HeldMeeting): boolean {
  return (
    one.heldOn === other.heldOn &&
    one.minutes === other.minutes &&
    one.kind === other.kind &&
    one.attendance === other.attendance
  );
}
