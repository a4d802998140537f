interface Member {
  readonly ownerId: string;
  readonly teamId: string | null;
  readonly managerId: string | null;
  readonly archived: boolean;
}

/**
 * HubSpot knows teams and no managers. Where the nearest team above somebody's own has exactly one active member of its
 * own, that one is suggested as the manager; with none the next team above is looked at, with several nobody is guessed.
 * Only for active people who have no manager yet. By owner.
 */
export function suggestManagers(
  people: readonly Member[],
  teams: readonly { readonly id: string; readonly parentId: string | null }[],
): ReadonlyMap<string, string> {
  const parentOf = new Map(teams.map(({ id, parentId }) => [id, parentId]));
  const membersOf = Map.groupBy(
    people.filter(({ archived }) => !archived),
    ({ teamId }) => teamId,
  );
  const suggest = ({ teamId }: Member): string | null => {
    const seen = new Set([teamId]);
    for (
      let above = parentOf.get(teamId ?? '') ?? null;
      above !== null && !seen.has(above);
      above = parentOf.get(above) ?? null
    ) {
      seen.add(above);
      const [only, ...others] = membersOf.get(above) ?? [];
      if (only) return others.length === 0 ? only.ownerId : null;
    }
    return null;
  };
  return new Map(
    people.flatMap((person) => {
      const suggested = person.managerId === null && !person.archived ? suggest(person) : null;
      return suggested === null ? [] : [[person.ownerId, suggested] as const];
    }),
  );
}
