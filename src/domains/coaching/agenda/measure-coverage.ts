import type { LocalDate } from '../../../kernel/period.ts';
import { ratio, type Ratio } from '../../../kernel/ratio.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { firstDayBack, isOnLeave, stepCadence, type CadenceHistory } from './cadence.ts';
import { lastHeld } from './find-next-due.ts';

export interface Coverage {
  readonly covered: number;
  readonly reps: number;
  readonly share: Ratio;
  /** On leave today, or so new that their first window is still open. */
  readonly leftOut: number;
}

/**
 * Reps with a 1:1 held within their cadence window / reps. The window runs to the day that is one cadence after the last one held, or to the first
 * day back where leave or a weekend is in the way. Neither a skip nor a new day makes it longer:
 * coverage tells what was held. Who is on leave, or has had no full window yet, is on neither side.
 */
export function measureCoverage(
  histories: readonly CadenceHistory[],
  today: LocalDate,
): Result<Coverage, 'nobodyDue'> {
  const standings = histories.map((history) => standingOf(history, today));
  const counted = standings.filter((standing) => standing !== null);
  if (counted.length === 0) return err('nobodyDue');
  const covered = counted.filter(Boolean).length;
  return ok({
    covered,
    reps: counted.length,
    share: ratio(covered, counted.length),
    leftOut: standings.length - counted.length,
  });
}

/** Whether the rep is covered; null where that cannot be asked of them today. */
function standingOf(history: CadenceHistory, today: LocalDate): boolean | null {
  const { cadence, since, leave } = history;
  if (isOnLeave(today, leave)) return null;
  const last = lastHeld(history, today);
  const isOpen = firstDayBack(stepCadence(last ?? since, cadence), leave) >= today;
  return last === null && isOpen ? null : isOpen;
}
