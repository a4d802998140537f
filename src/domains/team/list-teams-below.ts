import type { PlacedTeam } from './order-teams.ts';

/** For each team the ids of itself and of all teams below it. A loop ends where it began. */
export function listTeamsBelow(teams: readonly PlacedTeam[]): ReadonlyMap<string, ReadonlySet<string>> {
  const children = Map.groupBy(teams, ({ parentId }) => parentId);
  const collect = (id: string, found: Set<string>): Set<string> => {
    if (found.has(id)) return found;
    found.add(id);
    for (const child of children.get(id) ?? []) collect(child.id, found);
    return found;
  };
  return new Map(teams.map(({ id }) => [id, collect(id, new Set())]));
}
