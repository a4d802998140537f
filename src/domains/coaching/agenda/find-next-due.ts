import { addDays, type LocalDate } from '../../../kernel/period.ts';
import { firstDayBack, isOnLeave, stepCadence, type CadenceHistory } from './cadence.ts';

export interface NextDue {
  readonly dueOn: LocalDate;
  /** Days since it was due, days of leave not counted; 0 until the day after. */
  readonly overdueDays: number;
}

/**
 * When the next 1:1 is due: one cadence after the last one held, or after the two began to work together. A skipped one is
 * due a cadence later, a rescheduled one on its new day, each as often as it is said. A day within leave or a weekend
 * gives way to the first day back.
 */
export function findNextDue(history: CadenceHistory, today: LocalDate): NextDue {
  const { cadence, since, changes, leave } = history;
  const last = lastHeld(history, today) ?? since;
  let dueOn = firstDayBack(stepCadence(last, cadence), leave);
  // Each change is for one due day and counts once, so that two that point at each other come to an end.
  const left = changes.filter(({ dueOn: day }) => day > last);
  for (;;) {
    const index = left.findIndex((each) => each.dueOn === dueOn);
    const [change] = index === -1 ? [] : left.splice(index, 1);
    if (change === undefined) break;
    dueOn = firstDayBack(change.kind === 'skip' ? stepCadence(dueOn, cadence) : change.to, leave);
  }
  let overdueDays = 0;
  for (let day = addDays(dueOn, 1); day <= today; day = addDays(day, 1))
    if (!isOnLeave(day, leave)) overdueDays += 1;
  return { dueOn, overdueDays };
}

/** The last 1:1 held up to the day. */
export function lastHeld({ heldOn }: Pick<CadenceHistory, 'heldOn'>, today: LocalDate): LocalDate | null {
  return (
    heldOn
      .filter((day) => day <= today)
      .toSorted()
      .at(-1) ?? null
  );
}
