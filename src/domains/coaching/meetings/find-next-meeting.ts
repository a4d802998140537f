import type { Cadence } from '../../../contract/index.ts';
import { localDate, type LocalDate } from '../../../kernel/period.ts';
import type { CadenceHistory } from '../agenda/cadence.ts';
import { findNextDue } from '../agenda/find-next-due.ts';
import type { PairDates } from '../agenda/pair-facts.ts';

export interface NextMeeting {
  /** Counts the 1:1s of the two from 1. */
  readonly number: number;
  readonly dueOn: LocalDate;
  readonly overdueDays: number;
  readonly cadence: Cadence;
}

interface Setting {
  readonly today: LocalDate;
  readonly timeZone: string;
}

/** When two people's next 1:1 is due. Where nobody said since when they work together, it is today. */
export function findNextMeeting(dates: PairDates, setting: Setting): NextMeeting {
  const history = historyOf(dates, setting);
  const { dueOn, overdueDays } = findNextDue(history, setting.today);
  const numbers = dates.meetings.map(({ number }) => number);
  return { number: Math.max(0, ...numbers) + 1, dueOn, overdueDays, cadence: history.cadence };
}

/** What was recorded of two people, as cadence and coverage read it. */
export function historyOf(
  {
    cadence,
    since,
    meetings,
    changes,
    policy,
  }: Pick<PairDates, 'cadence' | 'since' | 'meetings' | 'changes' | 'policy'>,
  { today, timeZone }: Setting,
): CadenceHistory {
  const begun = since ? localDate(since, timeZone) : null;
  // A manager who comes back begins anew: what was held or changed before is history.
  const isOfNow = (day: LocalDate): boolean => begun === null || day >= begun;
  return {
    cadence: cadence ?? policy.cadence,
    since: begun ?? today,
    heldOn: meetings
      .filter(({ attendance, heldOn }) => attendance === 'both' && isOfNow(heldOn))
      .map(({ heldOn }) => heldOn),
    changes: changes
      .filter(({ dueOn }) => isOfNow(dueOn))
      .map(({ dueOn, movedTo }) =>
        movedTo === null ? { kind: 'skip', dueOn } : { kind: 'reschedule', dueOn, to: movedTo },
      ),
    leave: [],
  };
}
