import type { HoldMeetingRequest } from '../../../contract/index.ts';
import type { Refusal } from '../../../http/index.ts';
import { addDays } from '../../../kernel/period.ts';

/** Further ahead nobody moves a 1:1, and further back nobody records one: a quarter. */
export const MOST_DAYS_AWAY = 92;

/** What cannot have taken place as it is told; null where it can. `today` is the portal's day. */
export function judgeMeeting(
  { heldOn, minutes, attendance }: HoldMeetingRequest,
  today: string,
): Refusal | null {
  if (heldOn > today)
    return {
      code: 'bad_request',
      message: 'A 1:1 is recorded once it was held: choose today or a day before.',
      field: 'heldOn',
    };
  if (heldOn < addDays(today, -MOST_DAYS_AWAY))
    return {
      code: 'bad_request',
      message: 'This is more than a quarter ago. Choose a later day.',
      field: 'heldOn',
    };
  if (attendance === 'both' && minutes < 1)
    return { code: 'bad_request', message: 'Say how many minutes it took, from 1 to 480.', field: 'minutes' };
  return null;
}
