import type { PulseGroup } from './types.ts';

/**
 * A group for each manager: everybody below them, at whatever depth, as the hierarchy stands on the quarter's first day.
 * The manager is not in it; a hierarchy without loops is given. The group bears the manager's id.
 */
export function freezeGroups(managerOf: ReadonlyMap<string, string | null>): PulseGroup[] {
  const members = new Map<string, string[]>();
  for (const person of managerOf.keys())
    for (
      let above = managerOf.get(person) ?? null;
      above !== null && above !== person;
      above = managerOf.get(above) ?? null
    )
      members.set(above, [...(members.get(above) ?? []), person]);
  return [...members].map(([id, memberIds]) => ({ id, memberIds }));
}
