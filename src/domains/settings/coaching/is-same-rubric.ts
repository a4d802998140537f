import type { PublishedRubric, RubricScope } from '../../coaching/index.ts';

type Rubric = PublishedRubric['rubric'];

export function isSameScope(one: RubricScope, other: RubricScope): boolean {
  return one.kind === other.kind && idOf(one) === idOf(other);
}

/** Whether a rubric says what was published already, to the letter. */
export function isSameRubric(published: Rubric | undefined, { name, scope, skills }: Rubric): boolean {
  return (
    published !== undefined &&
    published.name === name &&
    isSameScope(published.scope, scope) &&
    published.skills.length === skills.length &&
    published.skills.every((skill, index) => isSameSkill(skill, skills[index]))
  );
}

function isSameSkill(one: Rubric['skills'][number], other: Rubric['skills'][number] | undefined): boolean {
  return (
    other !== undefined &&
    one.id === other.id &&
    one.name === other.name &&
    one.weight === other.weight &&
    JSON.stringify(one.anchors) === JSON.stringify(other.anchors)
  );
}

function idOf(scope: RubricScope): string | null {
  switch (scope.kind) {
    case 'everyone':
      return null;
    case 'team':
      return scope.teamId;
    case 'stage':
      return scope.stageId;
  }
}
