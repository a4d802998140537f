import { managersAbove } from '../quota/index.ts';

interface Employee {
  readonly ownerId: string;
  readonly managerId: string | null;
  readonly archived: boolean;
}

/** Who stands above a person, the nearest first, without those who have left. `people` is by owner id. */
export function listManagers<Someone extends Employee>(
  people: ReadonlyMap<string, Someone>,
  person: Someone,
): Someone[] {
  const managerOf = { get: (ownerId: string) => people.get(ownerId)?.managerId };
  return [...managersAbove(person.ownerId, managerOf)].flatMap((ownerId) => {
    const manager = people.get(ownerId);
    return manager && !manager.archived ? [manager] : [];
  });
}
