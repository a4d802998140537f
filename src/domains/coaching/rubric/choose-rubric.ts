import type { Rubric } from './types.ts';

/** The rubric that fits most closely: the deal's stage, then the rep's team, then everybody's; null where none fits. */
export function chooseRubric(
  rubrics: readonly Rubric[],
  { stageId, teamId }: { readonly stageId: string | null; readonly teamId: string | null },
): Rubric | null {
  return (
    rubrics.find(({ scope }) => scope.kind === 'stage' && scope.stageId === stageId) ??
    rubrics.find(({ scope }) => scope.kind === 'team' && scope.teamId === teamId) ??
    rubrics.find(({ scope }) => scope.kind === 'everyone') ??
    null
  );
}
