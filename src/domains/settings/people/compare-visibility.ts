import { managersAbove } from '../../quota/index.ts';

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
    const [was, is] = [managersAbove(subjectId, before), managersAbove(subjectId, after)];
    for (const viewerId of is) if (!was.has(viewerId)) note(gained, viewerId, subjectId);
    for (const viewerId of was) if (!is.has(viewerId)) note(lost, viewerId, subjectId);
  }
  return { gained: toChanges(gained), lost: toChanges(lost) };
}

function note(map: Map<string, string[]>, viewerId: string, subjectId: string): void {
  map.set(viewerId, [...(map.get(viewerId) ?? []), subjectId]);
}

function toChanges(map: ReadonlyMap<string, string[]>): VisibilityChange[] {
  return [...map].map(([viewerId, subjectIds]) => ({ viewerId, subjectIds }));
}
