import type { RubricsView, TypedRubric } from '../../../contract/index.ts';

export type ListedRubric = RubricsView['rubrics'][number];
type Skill = TypedRubric['skills'][number];

/** A rubric as it is typed, with the version that it began from. */
export interface RubricStart {
  /** Null for one that is new. */
  readonly rubricId: string | null;
  readonly version: number;
  readonly rubric: TypedRubric;
}

export function startFrom({ rubricId, version, name, scope, skills }: ListedRubric): RubricStart {
  return { rubricId, version, rubric: { name, scope, skills } };
}

export const totalOf = ({ skills }: TypedRubric): number =>
  skills.reduce((sum, { weight }) => sum + weight, 0);

/** "The weights total 100.", "The weights total 95 of 100: 5 are left to give." */
export function describeTotal(total: number): string {
  if (total === 100) return 'The weights total 100.';
  return total < 100
    ? `The weights total ${total} of 100: ${100 - total} are left to give.`
    : `The weights total ${total}, not 100: take ${total - 100} away.`;
}

export function changeSkill(rubric: TypedRubric, index: number, part: Partial<Skill>): TypedRubric {
  return {
    ...rubric,
    skills: rubric.skills.map((skill, place) => (place === index ? { ...skill, ...part } : skill)),
  };
}

export function changeAnchor(rubric: TypedRubric, index: number, level: number, text: string): TypedRubric {
  const anchors = rubric.skills[index]?.anchors ?? [];
  return changeSkill(rubric, index, {
    anchors: anchors.map((anchor, place) => (place === level - 1 ? text : anchor)),
  });
}

/** One more skill, without a weight yet, with as many levels as the others. */
export function addSkill(rubric: TypedRubric): TypedRubric {
  const blank = {
    id: null,
    name: '',
    weight: 0,
    anchors: Array.from({ length: levelsOf(rubric) }, () => ''),
  };
  return { ...rubric, skills: [...rubric.skills, blank] };
}

export function removeSkill(rubric: TypedRubric, index: number): TypedRubric {
  return { ...rubric, skills: rubric.skills.filter((_, place) => place !== index) };
}

/** As many levels for every skill: one more on top is still to be described, the topmost goes. */
export function setLevels(rubric: TypedRubric, count: number): TypedRubric {
  return {
    ...rubric,
    skills: rubric.skills.map((skill) => ({
      ...skill,
      anchors: Array.from({ length: count }, (_, place) => skill.anchors[place] ?? ''),
    })),
  };
}

/** How many levels every skill has; four for a rubric without skills. */
export const levelsOf = ({ skills }: TypedRubric): number => skills[0]?.anchors.length ?? 4;
