import type { Fault } from '../../../kernel/fault.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Rubric, Skill } from './types.ts';

export const rubricLimits = {
  skills: 12,
  levels: { fewest: 3, most: 7 },
  name: 60,
  anchor: { shortest: 15, longest: 300 },
} as const;

/**
 * A rubric as ops typed it, spaces at the ends taken off. Refused with all faults at once, each with its field and what to
 * do: a name missing or twice, weights that are no whole percents or do not total exactly 100, skills with different
 * numbers of levels, anchors missing, too short to describe a behaviour, or the same at two levels.
 */
export function readRubric(typed: Rubric): Result<Rubric, Fault[]> {
  const rubric: Rubric = {
    ...typed,
    name: typed.name.trim(),
    skills: typed.skills.map((skill) => ({
      ...skill,
      name: skill.name.trim(),
      anchors: skill.anchors.map((anchor) => anchor.trim()),
    })),
  };
  const faults = [
    ...checkName(rubric.name, 'name', 'the rubric'),
    ...checkSkillCount(rubric.skills.length),
    ...rubric.skills.flatMap((skill, index) => checkSkill(skill, index, rubric.skills)),
    ...checkTotal(rubric.skills),
  ];
  return faults.length > 0 ? err(faults) : ok(rubric);
}

function checkName(name: string, field: string, subject: string): Fault[] {
  if (name === '') return [{ field, message: `Give ${subject} a name.` }];
  if (name.length > rubricLimits.name)
    return [{ field, message: `Shorten the name to ${rubricLimits.name} characters or fewer.` }];
  return [];
}

function checkSkillCount(count: number): Fault[] {
  if (count === 0) return [{ field: 'skills', message: 'Add at least one skill.' }];
  if (count > rubricLimits.skills)
    return [
      {
        field: 'skills',
        message: `Keep at most ${rubricLimits.skills} skills, so that each can be seen in a talk. Take ${count - rubricLimits.skills} out.`,
      },
    ];
  return [];
}

function checkSkill(skill: Skill, index: number, skills: readonly Skill[]): Fault[] {
  const field = `skills.${index}`;
  const faults = checkName(skill.name, `${field}.name`, 'the skill');
  const before = skills.slice(0, index);
  const sameName = ({ name }: Skill) => name.toLowerCase() === skill.name.toLowerCase();
  if (skill.name !== '' && before.some(sameName))
    faults.push({
      field: `${field}.name`,
      message: `“${skill.name}” is there twice. Rename one, or take it out.`,
    });
  if (before.some(({ id }) => id === skill.id))
    faults.push({ field: `${field}.id`, message: 'Two skills have the same id. Add the skill anew.' });
  if (!Number.isInteger(skill.weight) || skill.weight < 1 || skill.weight > 100)
    faults.push({
      field: `${field}.weight`,
      message: 'Give the skill a weight from 1 to 100, in whole percent.',
    });
  return [...faults, ...checkLevels(skill, field, skills), ...checkAnchors(skill, field)];
}

function checkLevels({ anchors }: Skill, field: string, [first]: readonly Skill[]): Fault[] {
  const { fewest, most } = rubricLimits.levels;
  if (anchors.length < fewest || anchors.length > most)
    return [{ field: `${field}.anchors`, message: `Describe ${fewest} to ${most} levels.` }];
  if (first !== undefined && anchors.length !== first.anchors.length)
    return [
      {
        field: `${field}.anchors`,
        message: `Describe ${first.anchors.length} levels, as many as for “${first.name}”, so that scores compare.`,
      },
    ];
  return [];
}

function checkAnchors({ anchors }: Skill, field: string): Fault[] {
  const { shortest, longest } = rubricLimits.anchor;
  return anchors.flatMap((anchor, index) => {
    const at = `${field}.anchors.${index}`;
    if (anchor === '') return [{ field: at, message: `Say what one sees or hears at level ${index + 1}.` }];
    if (anchor.length < shortest)
      return [
        { field: at, message: `Say in a few more words what one sees or hears at level ${index + 1}.` },
      ];
    if (anchor.length > longest)
      return [{ field: at, message: `Shorten level ${index + 1} to ${longest} characters or fewer.` }];
    if (anchors.indexOf(anchor) < index)
      return [
        {
          field: at,
          message: `Levels ${anchors.indexOf(anchor) + 1} and ${index + 1} read the same. Say what differs.`,
        },
      ];
    return [];
  });
}

/** Told once every weight is a number to add. */
function checkTotal(skills: readonly Skill[]): Fault[] {
  const total = skills.reduce((sum, { weight }) => sum + weight, 0);
  if (skills.length === 0 || total === 100 || !Number.isInteger(total)) return [];
  const mend = total < 100 ? `Add ${100 - total}.` : `Take ${total - 100} away.`;
  return [{ field: 'skills', message: `The weights add up to ${total}, not 100. ${mend}` }];
}
