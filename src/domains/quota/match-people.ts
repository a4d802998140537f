import type { PersonSetting } from './store.ts';

/** A row of a people file. */
export interface PersonLine {
  readonly line: number;
  readonly email: string;
  readonly team: string | null;
  /** E-mail address or name. */
  readonly manager: string | null;
  readonly start: string | null;
  readonly end: string | null;
  readonly rampMonths: number | null;
}

export interface KnownOwner {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly archived: boolean;
}

export interface KnownTeam {
  readonly id: string;
  readonly name: string;
}

export interface UnmatchedLine {
  readonly line: number;
  readonly reason: string;
}

export interface MatchedPeople {
  readonly people: readonly PersonSetting[];
  /** Teams that the file names and the portal does not have. */
  readonly newTeams: readonly KnownTeam[];
  readonly unmatched: readonly UnmatchedLine[];
}

/**
 * Finds for each row of a people file the owner in HubSpot, by e-mail address, and the manager, by address or name.
 * A team is taken by its name; one that the portal does not have is made. A row whose owner nobody knows is reported, as
 * is a manager who cannot be found: the person is taken over without one.
 */
export function matchPeople(
  lines: readonly PersonLine[],
  owners: readonly KnownOwner[],
  teams: readonly KnownTeam[],
): MatchedPeople {
  const findOwner = ownerFinder(owners);
  const teamIds = new Map(teams.map((team) => [fold(team.name), team.id]));
  const newTeams: KnownTeam[] = [];
  const teamIdOf = (name: string): string => {
    const known = teamIds.get(fold(name));
    if (known !== undefined) return known;
    const made = { id: `file ${fold(name)}`, name };
    teamIds.set(fold(name), made.id);
    newTeams.push(made);
    return made.id;
  };

  const people: PersonSetting[] = [];
  const unmatched: UnmatchedLine[] = [];
  for (const { line, email, team, manager, start, end, rampMonths } of lines) {
    const owner = findOwner(email);
    if (!owner) {
      unmatched.push({ line, reason: `email: HubSpot has no owner with the address ${email}` });
      continue;
    }
    const managerOwner = manager === null ? null : findOwner(manager);
    if (manager !== null && !managerOwner) {
      unmatched.push({ line, reason: `manager: HubSpot has no owner called ${manager}` });
    }
    people.push({
      ownerId: owner.id,
      teamId: team === null ? null : teamIdOf(team),
      managerId: managerOwner?.id ?? null,
      startsOn: start,
      endsOn: end,
      rampMonths: rampMonths ?? 0,
    });
  }
  return { people, newTeams, unmatched };
}

/** By e-mail address or by name; whoever is still there goes before a former colleague of the same name. */
export function ownerFinder(
  owners: readonly KnownOwner[],
): (addressOrName: string) => KnownOwner | undefined {
  const found = new Map<string, KnownOwner>();
  for (const owner of owners.toSorted((left, right) => Number(right.archived) - Number(left.archived))) {
    found.set(fold(owner.name), owner);
    found.set(fold(owner.email), owner);
  }
  return (addressOrName) => found.get(fold(addressOrName));
}

/** Upper and lower case and stray spaces make no other name. */
export function fold(name: string): string {
  return name.trim().toLowerCase();
}
