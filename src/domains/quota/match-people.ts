import { err, ok, type Result } from '../../kernel/result.ts';
import { standsAbove } from './managers-above.ts';
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

export interface KnownPeople {
  readonly owners: readonly KnownOwner[];
  readonly teams: readonly KnownTeam[];
  /** Who reports to whom so far, by owner. */
  readonly managerOf: ReadonlyMap<string, string | null>;
}

/**
 * Finds for each row of a people file the owner in HubSpot, by e-mail address, and the manager, by address or name.
 * A team is taken by its name; one that the portal does not have is made. A row whose owner nobody knows is reported. So is
 * a manager who cannot be found, whose name two people bear, or who would stand below the person: whoever is
 * guessed wrong would see figures that are not theirs. The person is then taken over without a manager.
 */
export function matchPeople(
  lines: readonly PersonLine[],
  { owners, teams, managerOf }: KnownPeople,
): MatchedPeople {
  const findOwner = ownerFinder(owners);
  const { teamIdOf, newTeams } = nameTeams(teams);
  const managers = new Map(managerOf);
  // What the file says of a person replaces what was known, from its first row on.
  for (const { email } of lines) {
    const owner = findOwner(email);
    if (owner.ok) managers.set(owner.value.id, null);
  }
  const people: PersonSetting[] = [];
  const unmatched: UnmatchedLine[] = [];
  for (const { line, email, team, manager, start, end, rampMonths } of lines) {
    const owner = findOwner(email);
    if (!owner.ok) {
      unmatched.push({ line, reason: `email: ${owner.failure} with the address ${email}` });
      continue;
    }
    const ownerId = owner.value.id;
    const above = manager === null ? null : findOwner(manager);
    let managerId = above?.ok ? above.value.id : null;
    if (above?.ok === false) unmatched.push({ line, reason: `manager: ${above.failure} called ${manager}` });
    if (managerId !== null && standsAbove(ownerId, managerId, managers)) {
      unmatched.push({
        line,
        reason: `manager: ${manager} already stands below ${email}; nobody can be above themselves`,
      });
      managerId = null;
    }
    managers.set(ownerId, managerId);
    people.push({
      ownerId,
      teamId: team === null ? null : teamIdOf(team),
      managerId,
      startsOn: start,
      endsOn: end,
      rampMonths: rampMonths ?? 0,
    });
  }
  return { people, newTeams, unmatched };
}

function nameTeams(teams: readonly KnownTeam[]) {
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
  return { teamIdOf, newTeams };
}

/**
 * Finds people by e-mail address or by name. Whoever is still there goes before former colleagues; two who are there and
 * share a name are told apart by nobody, and the failure says so.
 */
export function ownerFinder(
  owners: readonly KnownOwner[],
): (addressOrName: string) => Result<KnownOwner, string> {
  const bearers = new Map<string, KnownOwner[]>();
  for (const owner of owners) {
    for (const key of new Set([fold(owner.name), fold(owner.email)])) {
      bearers.set(key, [...(bearers.get(key) ?? []), owner]);
    }
  }
  return (addressOrName) => {
    const all = bearers.get(fold(addressOrName)) ?? [];
    const present = all.filter(({ archived }) => !archived);
    const [only, ...others] = present.length > 0 ? present : all;
    if (only === undefined) return err('HubSpot has no owner');
    return others.length > 0 ? err('HubSpot has more than one owner') : ok(only);
  };
}

/** Upper and lower case and stray spaces make no other name. */
export function fold(name: string): string {
  return name.trim().toLowerCase();
}
