export interface PlacedTeam {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
}

/** Teams as one reads them: each before the teams below it, by name, with its depth from 1. Loops are left out. */
export function orderTeams<Team extends PlacedTeam>(
  teams: readonly Team[],
): { readonly team: Team; readonly depth: number }[] {
  const known = new Set(teams.map(({ id }) => id));
  const below = Map.groupBy(teams, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : null,
  );
  const walk = (parentId: string | null, depth: number): { team: Team; depth: number }[] =>
    (below.get(parentId) ?? [])
      .toSorted((left, right) => left.name.localeCompare(right.name, 'en'))
      .flatMap((team) => [{ team, depth }, ...walk(team.id, depth + 1)]);
  return walk(null, 1);
}
