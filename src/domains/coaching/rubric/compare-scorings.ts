import { subtractRatios, type Ratio } from '../../../kernel/ratio.ts';
import type { Rubric, Scoring } from './types.ts';
import { weighScoring, type WeightedScore } from './weigh-scoring.ts';

export interface ScorePair {
  readonly manager: WeightedScore | null;
  readonly self: WeightedScore | null;
  /** self − manager over the skills that both scored; null where there is none. */
  readonly gap: Ratio | null;
  /** One row a skill, in the rubric's order; a level is null where the person gave none. */
  readonly skills: readonly {
    readonly skillId: string;
    readonly manager: number | null;
    readonly self: number | null;
    /** self − manager, in levels. */
    readonly gap: number | null;
  }[];
}

/** What manager and rep said, side by side. Positive gaps: the rep thinks more of it than the manager. */
export function compareScorings(
  rubric: Rubric,
  manager: Pick<Scoring, 'levels'>,
  self: Pick<Scoring, 'levels'>,
): ScorePair {
  const skills = rubric.skills.map(({ id }) => {
    const [theirs, own] = [manager.levels.get(id) ?? null, self.levels.get(id) ?? null];
    return {
      skillId: id,
      manager: theirs,
      self: own,
      gap: theirs === null || own === null ? null : own - theirs,
    };
  });
  const inBoth = ({ levels }: Pick<Scoring, 'levels'>) => ({
    levels: new Map([...levels].filter(([id]) => manager.levels.has(id) && self.levels.has(id))),
  });
  const [theirs, own] = [weighScoring(rubric, inBoth(manager)), weighScoring(rubric, inBoth(self))];
  return {
    manager: weighScoring(rubric, manager),
    self: weighScoring(rubric, self),
    gap: theirs === null || own === null ? null : subtractRatios(own.score, theirs.score),
    skills,
  };
}
