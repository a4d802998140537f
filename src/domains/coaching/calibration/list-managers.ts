import { standsAbove, type Person, mapManagers } from '../../quota/index.ts';

/** Active managers who report to somebody, at any height: people below them with people of their own. */
export function listManagers(directorId: string, people: readonly Person[]): Person[] {
  const managerOf = mapManagers(people);
  const managing = new Set(people.flatMap(({ managerId }) => managerId ?? []));
  return people.filter(
    ({ ownerId, archived }) =>
      !archived &&
      ownerId !== directorId &&
      managing.has(ownerId) &&
      standsAbove(directorId, ownerId, managerOf),
  );
}
