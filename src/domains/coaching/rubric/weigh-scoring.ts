import { ratio, type Ratio } from '../../../kernel/ratio.ts';
import type { Rubric, Scoring } from './types.ts';

export interface WeightedScore {
  /** Between 1 and `of`. */
  readonly score: Ratio;
  readonly of: number;
  /** Skills of the rubric without a level, by id: their weight is left out. */
  readonly notScored: readonly string[];
}

/** Σ weight · level / Σ weight over the skills that were scored; null where none was. Throws a RangeError for a level that the rubric has not. */
export function weighScoring({ skills }: Rubric, { levels }: Pick<Scoring, 'levels'>): WeightedScore | null {
  const of = skills[0]?.anchors.length ?? 0;
  const scored = skills.flatMap(({ id, weight }) => {
    const level = levels.get(id);
    if (level === undefined) return [];
    if (!Number.isInteger(level) || level < 1 || level > of)
      throw new RangeError(`level ${level} of ${id} is not one of 1 to ${of}`);
    return [{ weight, level }];
  });
  if (scored.length === 0) return null;
  return {
    score: ratio(
      scored.reduce((sum, { weight, level }) => sum + weight * level, 0),
      scored.reduce((sum, { weight }) => sum + weight, 0),
    ),
    of,
    notScored: skills.filter(({ id }) => !levels.has(id)).map(({ id }) => id),
  };
}
