interface Employee {
  readonly ownerId: string;
  readonly name: string;
  readonly managerId: string | null;
  readonly archived: boolean;
}

/** Who stands above a person, the nearest first, without those who have left; a loop ends the walk. */
export function listManagers<Person extends Employee>(people: readonly Person[], person: Person): Person[] {
  const byId = new Map(people.map((each) => [each.ownerId, each]));
  const above = new Set<Person>();
  for (
    let next = byId.get(person.managerId ?? '');
    next && next.ownerId !== person.ownerId && !above.has(next);
    next = byId.get(next.managerId ?? '')
  ) {
    above.add(next);
  }
  return [...above].filter((each) => !each.archived);
}
