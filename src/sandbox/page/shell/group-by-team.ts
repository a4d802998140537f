import type { Person } from '../portal-types.ts';

/** People by team, in the order in which the teams first appear; people without one come last. */
export function groupByTeam(people: readonly Person[]): [team: string, members: Person[]][] {
  const teams = new Map<string, Person[]>();
  const teamless: Person[] = [];
  for (const person of people) {
    if (person.teamName === null) teamless.push(person);
    else teams.set(person.teamName, [...(teams.get(person.teamName) ?? []), person]);
  }
  return teamless.length === 0 ? [...teams] : [...teams, ['No team', teamless]];
}
