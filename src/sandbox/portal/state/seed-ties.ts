import { associationType } from '../objects/association-types.ts';
import type { ObjectType } from '../objects/object-types.ts';
import type { Link } from './associations.ts';
import type { PortalState } from './portal-state.ts';

type End = readonly [type: ObjectType, id: string];

/** Gathers a seed's associations from both ends and keeps each list once. */
export function openTies(state: PortalState): {
  add(from: End, to: End, typeIds: readonly number[]): void;
  keep(): void;
} {
  const lists = new Map<string, { from: End; to: ObjectType; links: Link[] }>();
  const note = (from: End, [to, toId]: End, typeIds: readonly number[]) => {
    const key = `${from[0].typeId}/${from[1]}/${to.typeId}`;
    const list = lists.get(key) ?? { from, to, links: [] };
    list.links.push({ toId, typeIds });
    lists.set(key, list);
  };
  return {
    add(from, to, typeIds) {
      note(from, to, typeIds);
      note(
        to,
        from,
        typeIds.map((typeId) => associationType(typeId)?.inverse ?? typeId),
      );
    },
    keep() {
      for (const { from, to, links } of lists.values()) state.associations.put(from[0], from[1], to, links);
    },
  };
}
