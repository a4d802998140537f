import type { RubricsView } from '../../../contract/index.ts';

type Scopes = RubricsView['scopes'];

/** For whom a rubric can be: everybody, each team, and each stage in which a deal is open; in words. */
export function listScopes({
  teams,
  pipelines,
  stages,
}: {
  readonly teams: readonly { readonly id: string; readonly name: string }[];
  readonly pipelines: readonly { readonly id: string; readonly label: string }[];
  readonly stages: readonly {
    readonly id: string;
    readonly pipelineId: string;
    readonly label: string;
    readonly isClosed: boolean;
  }[];
}): Scopes {
  const pipelineOf = new Map(pipelines.map(({ id, label }) => [id, label]));
  return [
    { scope: { kind: 'everyone' }, label: 'Everybody' },
    ...teams.map(({ id, name }) => ({ scope: { kind: 'team' as const, teamId: id }, label: `Team ${name}` })),
    ...stages
      .filter(({ isClosed }) => !isClosed)
      .map(({ id, label, pipelineId }) => ({
        scope: { kind: 'stage' as const, stageId: id },
        label: `Deals in ${label} (${pipelineOf.get(pipelineId) ?? pipelineId})`,
      })),
  ];
}
