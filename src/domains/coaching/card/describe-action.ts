import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { CoachingAction } from '../../../contract/index.ts';
import { countNoun } from '../../../kernel/count-noun.ts';
import { localDay } from '../../../kernel/local-day.ts';
import type { Action } from '../actions/types.ts';

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
  return {
    id,
    text,
    who: doerId === viewerId ? 'You' : nameOf(doerId),
    due: isDone && doneAt ? `done ${localDay(doneAt, timeZone)}` : describeDue(dueOn, today),
    isOverdue: !isDone && dueOn < today,
    isDone,
    mayTick: doerId === viewerId,
  };
}

/** `'due tomorrow'`, `'due 3 days ago'`, `'due 27 Nov 2026'`. */
export function describeDue(dueOn: string, today: string): string {
  const daysLeft = differenceInCalendarDays(dueOn, today);
  if (daysLeft === 0) return 'due today';
  if (daysLeft === 1) return 'due tomorrow';
  if (daysLeft === -1) return 'due yesterday';
  if (daysLeft < 0) return `due ${countNoun(-daysLeft, 'day')} ago`;
  return `due ${localDay(new Date(`${dueOn}T12:00:00Z`), 'UTC')}`;
}
