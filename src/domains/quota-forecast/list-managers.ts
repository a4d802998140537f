interface Employee {
  readonly ownerId: string;
  readonly managerId: string | null;
  readonly archived: boolean;
}

/** Who stands above a person, the nearest first, without those who have left; a loop ends the walk. `people` is by owner id. */
export function listManagers<Someone extends Employee>(
  people: ReadonlyMap<string, Someone>,
  person: Someone,
): Someone[] {
  const above = new Set<Someone>();
  for (
    let next = people.get(person.managerId ?? '');
    next && next.ownerId !== person.ownerId && !above.has(next);
    next = people.get(next.managerId ?? '')
  ) {
    above.add(next);
  }
  return [...above].filter((each) => !each.archived);
}
