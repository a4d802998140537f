import type { ManagerDrift } from '../rubric/measure-drift.ts';

/** By one rubric, with its number of levels. */
export interface DriftByRubric {
  readonly rubricName: string;
  readonly of: number;
  readonly managers: readonly ManagerDrift[];
}

/**
 * How a manager scores beside the others, by the rubric with which they scored most: `'Scores 0.4 of 4 levels higher than the
 * others (n = 34 and 60, Discovery)'`; null where too little was scored.
 */
export function describeDrift(managerId: string, drift: readonly DriftByRubric[]): string | null {
  const [most] = drift
    .flatMap(({ rubricName, of, managers }) => {
      const own = managers.find((each) => each.managerId === managerId);
      return own ? [{ rubricName, of, own }] : [];
    })
    .toSorted((one, other) => other.own.scorings - one.own.scorings);
  if (!most) return null;
  const { rubricName, of, own } = most;
  const n = `n = ${own.scorings} and ${own.othersScorings}, ${rubricName}`;
  const levels = Math.abs(own.difference).toFixed(1);
  if (levels === '0.0') return `Scores like the others (${n})`;
  return `Scores ${levels} of ${of} levels ${own.difference > 0 ? 'higher' : 'lower'} than the others (${n})`;
}
