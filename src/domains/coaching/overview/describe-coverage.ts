import { countNoun } from '../../../kernel/count-noun.ts';
import type { LocalDate } from '../../../kernel/period.ts';
import { toNumber } from '../../../kernel/ratio.ts';
import type { CadenceHistory } from '../agenda/cadence.ts';
import { findNextDue } from '../agenda/find-next-due.ts';
import { measureCoverage } from '../agenda/measure-coverage.ts';

/** `'5 of 7 had their 1:1 in time'`; null where nobody is due. */
export function describeCoverage(
  histories: readonly CadenceHistory[],
  today: LocalDate,
): { readonly text: string; readonly percent: number } | null {
  const coverage = measureCoverage(histories, today);
  if (!coverage.ok) return null;
  const { covered, reps, share } = coverage.value;
  return { text: `${covered} of ${reps} had their 1:1 in time`, percent: Math.round(100 * toNumber(share)) };
}

/** `'2 overdue, the longest 9 days'`; null where none is. */
export function describeOverdue(histories: readonly CadenceHistory[], today: LocalDate): string | null {
  const days = histories.map((history) => findNextDue(history, today).overdueDays).filter((each) => each > 0);
  if (days.length === 0) return null;
  return `${days.length} overdue, the longest ${countNoun(Math.max(...days), 'day')}`;
}
