interface Managers {
  get(ownerId: string): string | null | undefined;
}

/**
 * Who stands above a person, the nearest first: their manager, the manager's manager, and so on. A loop ends the walk
 * instead of going on for ever.
 */
export function managersAbove(ownerId: string, managerOf: Managers): Set<string> {
  const above = new Set<string>();
  for (
    let next = managerOf.get(ownerId) ?? null;
    next !== null && next !== ownerId && !above.has(next);
    next = managerOf.get(next) ?? null
  ) {
    above.add(next);
  }
  return above;
}

/** Whether somebody is the other, or above them by some steps. */
export function standsAbove(ownerId: string, otherId: string, managerOf: Managers): boolean {
  return ownerId === otherId || managersAbove(otherId, managerOf).has(ownerId);
}

/** Who reports to whom, by the person. */
export function mapManagers(
  people: readonly { readonly ownerId: string; readonly managerId: string | null }[],
): Map<string, string | null> {
  return new Map(people.map(({ ownerId, managerId }) => [ownerId, managerId]));
}
