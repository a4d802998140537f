import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

/** A place in a tree of people (a manager is the parent) or of teams. */
export interface HierarchyNode {
  readonly id: string;
  /** Null at the top. A parent that is not in the list counts as none. */
  readonly parentId: string | null;
}

/** Nodes that stand, at the end, above themselves; they are all that is in such loops. */
export interface HierarchyCycle {
  readonly kind: 'cycle';
  readonly ids: readonly string[];
}

/** The nodes in an order in which each stands before its parent, or the loops that leave no such order. */
export function orderHierarchy<Node extends HierarchyNode>(
  nodes: readonly Node[],
): Result<Node[], HierarchyCycle> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const waitingFor = new Map(nodes.map(({ id }) => [id, 0]));
  const parentOf = ({ parentId }: Node) => (parentId === null ? undefined : byId.get(parentId));
  for (const node of nodes) {
    const parent = parentOf(node);
    if (parent !== undefined) waitingFor.set(parent.id, waitingFor.get(parent.id)! + 1);
  }

  const ordered = nodes.filter(({ id }) => waitingFor.get(id) === 0);
  for (const node of ordered) {
    const parent = parentOf(node);
    if (parent === undefined) continue;
    waitingFor.set(parent.id, waitingFor.get(parent.id)! - 1);
    if (waitingFor.get(parent.id) === 0) ordered.push(parent);
  }
  const inLoops = nodes.filter(({ id }) => waitingFor.get(id)! > 0).map(({ id }) => id);
  return inLoops.length > 0 ? err({ kind: 'cycle', ids: inLoops }) : ok(ordered);
}
