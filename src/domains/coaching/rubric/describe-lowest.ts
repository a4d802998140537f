import type { ScoredLevels } from '../../../contract/index.ts';
import { findLowestSkill } from './find-lowest-skill.ts';
import { mapLevels } from './map-levels.ts';
import type { Skill } from './types.ts';

/** The one skill to work on, as an agenda names it. */
export interface LowestSkillLine {
  readonly name: string;
  readonly level: number;
  /** What one would see or hear at the next level; null at the highest. */
  readonly nextAnchor: string | null;
}

/** The lowest skill of one scoring; null where none of its skills is in the rubric. */
export function describeLowest(skills: readonly Skill[], levels: ScoredLevels): LowestSkillLine | null {
  const rubric = { name: '', scope: { kind: 'everyone' as const }, skills };
  const lowest = findLowestSkill(rubric, [{ scoredOn: '', levels: mapLevels(levels) }]);
  return lowest && { name: lowest.skill.name, level: lowest.level, nextAnchor: lowest.nextAnchor };
}
