import { managersAbove } from '../../quota/index.ts';
import type { PulseGroup } from './types.ts';

/**
 * A group for each manager: everybody below them, at whatever depth, as the hierarchy stands when the quarter is opened.
 * The manager is not in it. The group bears the manager's id.
 */
export function freezeGroups(managerOf: ReadonlyMap<string, string | null>): PulseGroup[] {
  const members = new Map<string, string[]>();
  for (const person of managerOf.keys())
    for (const above of managersAbove(person, managerOf)) {
      const group = members.get(above);
      if (group) group.push(person);
      else members.set(above, [person]);
    }
  return [...members].map(([id, memberIds]) => ({ id, memberIds }));
}
