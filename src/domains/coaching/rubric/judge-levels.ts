import type { ScoredLevels } from '../../../contract/index.ts';
import type { Fault } from '../../../kernel/fault.ts';
import type { Rubric } from './types.ts';

/** Null for levels that the rubric has; `field` is where they stand in the request. */
export function judgeLevels({ name, skills }: Rubric, levels: ScoredLevels, field: string): Fault | null {
  for (const [index, { skillId, level }] of levels.entries()) {
    const skill = skills.find(({ id }) => id === skillId);
    if (!skill)
      return {
        field: `${field}.${index}.skillId`,
        message: `“${name}” has no such skill. Score one of: ${skills.map((each) => each.name).join(', ')}.`,
      };
    if (levels.findIndex((other) => other.skillId === skillId) < index)
      return {
        field: `${field}.${index}.skillId`,
        message: `${skill.name} is scored twice. Keep one of the two levels.`,
      };
    if (!Number.isInteger(level) || level < 1 || level > skill.anchors.length)
      return {
        field: `${field}.${index}.level`,
        message: `${skill.name} has levels 1 to ${skill.anchors.length}. Choose one of them.`,
      };
  }
  return null;
}
