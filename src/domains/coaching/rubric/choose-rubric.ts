import type { Rubric } from './types.ts';

/** The rubric that fits most closely: the deal's stage, then the rep's role, then everybody's; null where none fits. */
export function chooseRubric(
  rubrics: readonly Rubric[],
  { stageId, roleId }: { readonly stageId: string | null; readonly roleId: string | null },
): Rubric | null {
  return (
    rubrics.find(({ scope }) => scope.kind === 'stage' && scope.stageId === stageId) ??
    rubrics.find(({ scope }) => scope.kind === 'role' && scope.roleId === roleId) ??
    rubrics.find(({ scope }) => scope.kind === 'everyone') ??
    null
  );
}
