/** Whose numbers somebody sees, or sees no longer, after a change of who reports to whom. */
export interface VisibilityChange {
  readonly viewerId: string;
  readonly subjectIds: readonly string[];
}

export interface VisibilityComparison {
  readonly gained: readonly VisibilityChange[];
  readonly lost: readonly VisibilityChange[];
}

type Managers = ReadonlyMap<string, string | null>;

/** A manager sees everybody below, by any number of steps. In the order in which `before` names people. */
export function compareVisibility(before: Managers, after: Managers): VisibilityComparison {
  const gained = new Map<string, string[]>();
  const lost = new Map<string, string[]>();
  for (const subjectId of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [listAbove(subjectId, before), listAbove(subjectId, after)];
    for (const viewerId of is) if (!was.has(viewerId)) note(gained, viewerId, subjectId);
    for (const viewerId of was) if (!is.has(viewerId)) note(lost, viewerId, subjectId);
  }
  return { gained: toChanges(gained), lost: toChanges(lost) };
}

/** Everybody above a person; a loop ends the walk instead of going on for ever. */
function listAbove(id: string, managerOf: Managers): Set<string> {
  const above = new Set<string>();
  for (
    let next = managerOf.get(id) ?? null;
    next !== null && next !== id && !above.has(next);
    next = managerOf.get(next) ?? null
  ) {
    above.add(next);
  }
  return above;
}

function note(map: Map<string, string[]>, viewerId: string, subjectId: string): void {
  map.set(viewerId, [...(map.get(viewerId) ?? []), subjectId]);
}

function toChanges(map: ReadonlyMap<string, string[]>): VisibilityChange[] {
  return [...map].map(([viewerId, subjectIds]) => ({ viewerId, subjectIds }));
}
