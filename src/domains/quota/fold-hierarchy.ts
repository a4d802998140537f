import { err, ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

/** A place in a tree of people (a manager is the parent) or of teams. */
export interface HierarchyNode {
  readonly id: string;
  /** Null at the top. A parent that is not in the list counts as none. */
  readonly parentId: string | null;
}

/** Those who stand, by some steps upward, above themselves. */
export interface HierarchyCycle {
  readonly kind: 'cycle';
  readonly ids: readonly string[];
}

/**
 * Computes a value for every node from the values of its children, in an order in which children come before their
 * parent. A hierarchy with loops has no such order and is refused.
 */
export function foldHierarchy<Node extends HierarchyNode, Value>(
  nodes: readonly Node[],
  combine: (node: Node, children: readonly Value[]) => Value,
): Result<Map<string, Value>, HierarchyCycle> {
  const parents = new Map(nodes.map(({ id, parentId }) => [id, parentId]));
  const childrenOf = Map.groupBy(nodes, ({ parentId }) =>
    parentId !== null && parents.has(parentId) ? parentId : null,
  );
  const values = new Map<string, Value>();
  const fold = (node: Node): Value => {
    const value = combine(node, (childrenOf.get(node.id) ?? []).map(fold));
    values.set(node.id, value);
    return value;
  };
  for (const top of childrenOf.get(null) ?? []) fold(top);

  // From the tops down everybody is reached but those in a loop and those below one.
  if (values.size === parents.size) return ok(values);
  const isInLoop = ({ id }: Node) => listAbove(id, parents).includes(id);
  return err({ kind: 'cycle', ids: nodes.filter(isInLoop).map(({ id }) => id) });
}

function listAbove(id: string, parents: ReadonlyMap<string, string | null>): string[] {
  const above = new Set<string>();
  for (
    let parent = parents.get(id);
    typeof parent === 'string' && !above.has(parent);
    parent = parents.get(parent)
  ) {
    above.add(parent);
  }
  return [...above];
}
