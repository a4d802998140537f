import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { CoachingAction } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { localDay } from '../../../kernel/local-day.ts';
import type { Action } from '../actions/store.ts';

/** An action item as the viewer sees it; `today` is the portal's day, `YYYY-MM-DD`. */
export function describeAction(
  { id, text, doerId, dueOn, state, doneAt }: Action,
  {
    viewerId,
    nameOf,
    today,
    timeZone,
  }: {
    readonly viewerId: string;
    readonly nameOf: (ownerId: string) => string;
    readonly today: string;
    readonly timeZone: string;
  },
): CoachingAction {
  const isDone = state === 'done';
  const daysLeft = differenceInCalendarDays(dueOn, today);
  return {
    id,
    text,
    who: doerId === viewerId ? 'You' : nameOf(doerId),
    due: isDone && doneAt ? `done ${localDay(doneAt, timeZone)}` : describeDue(daysLeft, dueOn),
    isOverdue: !isDone && daysLeft < 0,
    isDone,
    mayTick: doerId === viewerId,
  };
}

function describeDue(daysLeft: number, dueOn: string): string {
  if (daysLeft === 0) return 'due today';
  if (daysLeft === 1) return 'due tomorrow';
  if (daysLeft === -1) return 'due yesterday';
  if (daysLeft < 0) return `due ${countNoun(-daysLeft, 'day')} ago`;
  return `due ${localDay(new Date(`${dueOn}T12:00:00Z`), 'UTC')}`;
}
