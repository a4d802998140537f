import type { TypedRubric } from '../../../contract/index.ts';
import type { Rubric } from './types.ts';

/** Enough to tell skills apart by sight. */
const LONGEST = 40;

/**
 * The rubric with an id for every skill that is new: made from its name, and never one that a skill of this rubric ever had,
 * so that what was scored before is never taken for a score of something else.
 */
export function giveSkillIds(typed: TypedRubric, usedIds: Iterable<string>): Rubric {
  const taken = new Set([...usedIds, ...typed.skills.flatMap(({ id }) => id ?? [])]);
  const skills = typed.skills.map((skill) => {
    const id = skill.id ?? freeId(skill.name, taken);
    taken.add(id);
    return { ...skill, id };
  });
  return { ...typed, skills };
}

function freeId(name: string, taken: ReadonlySet<string>): string {
  const base =
    name
      .toLowerCase()
      .match(/[a-z0-9]+/g)
      ?.join('-')
      .slice(0, LONGEST)
      .replace(/-$/, '') ?? '';
  const start = /^[a-z]/.test(base) ? base : `skill-${base}`.replace(/-$/, '');
  let id = start;
  for (let number = 2; taken.has(id); number += 1) id = `${start}-${number}`;
  return id;
}
