import { nextDay, startOfLocalDate, type LocalDate } from '../../../kernel/period.ts';
import type { MarkedTask } from '../../../tasks/index.ts';
import type { OpenReminder } from './types.ts';

const HOUR_MS = 3_600_000;
/** Due on the morning after, so that no reminder is overdue when it comes. */
const DUE_AT_HOURS = 9;

/** The task of a reminder: on no record, and nothing in it of what was shared, by whom or beside what. */
export function describeReminder(
  { id, repId }: Pick<OpenReminder, 'id' | 'repId'>,
  {
    portalId,
    timeZone,
    today,
  }: { readonly portalId: number; readonly timeZone: string; readonly today: LocalDate },
): MarkedTask {
  return {
    subject: 'Your manager shared something: open Sideline',
    body: '<p>It waits for your answer on the Coaching tab of Sideline.</p>',
    dueAt: new Date(startOfLocalDate(nextDay(today), timeZone).getTime() + DUE_AT_HOURS * HOUR_MS),
    ownerId: repId,
    records: [],
    marker: `Sideline reminder ${portalId}-${id}`,
  };
}
