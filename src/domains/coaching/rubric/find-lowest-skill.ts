import type { Rubric, Scoring, Skill } from './types.ts';

export interface LowestSkill {
  readonly skill: Skill;
  readonly level: number;
  /** What one would see or hear at the next level; null at the highest. */
  readonly nextAnchor: string | null;
}

/**
 * The one skill to work on: the lowest by each skill's latest level; of equals the heavier, then the first in the rubric. Null
 * where nothing was scored.
 */
export function findLowestSkill({ skills }: Rubric, scorings: readonly Scoring[]): LowestSkill | null {
  const levels = new Map(
    scorings
      .toSorted((one, other) => (one.scoredOn < other.scoredOn ? -1 : +(one.scoredOn > other.scoredOn)))
      .flatMap((scoring) => [...scoring.levels]),
  );
  const [lowest] = skills
    .flatMap((skill) => {
      const level = levels.get(skill.id);
      return level === undefined ? [] : [{ skill, level }];
    })
    .toSorted((one, other) => one.level - other.level || other.skill.weight - one.skill.weight);
  return lowest === undefined ? null : { ...lowest, nextAnchor: lowest.skill.anchors[lowest.level] ?? null };
}
