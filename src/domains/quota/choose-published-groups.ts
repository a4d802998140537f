import type { OwnerId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { orderHierarchy } from './order-hierarchy.ts';
import type { HierarchyCycle, HierarchyNode } from './order-hierarchy.ts';

/** A team or a manager's people, for whom one figure may be published. */
export interface Group extends HierarchyNode {
  /** Quota carriers who are in this group directly, in none of its sub-groups. Nobody is directly in two groups. */
  readonly carrierIds: readonly OwnerId[];
}

/** With fewer, a colleague who knows a figure or two guesses the rest. */
export const fewestCarriers = 4;

/**
 * For each group the one whose attainment its deals show: itself, else the nearest above it that is published, else
 * null. A group is published when at least four of its carriers are in no published sub-group, or when all are and
 * there are any.
 *
 * Groups in a tree lie apart or within each other, so everything that can be computed from published sums is made of
 * such remainders, group less published sub-groups. None of them holds one to three carriers, hence no combination of
 * published figures speaks of fewer than four people. A published figure must count quota carriers only, as
 * `rollUpAttainment` does: the credit of anybody else could otherwise be a remainder of its own.
 */
export function choosePublishedGroups(
  groups: readonly Group[],
): Result<Map<string, string | null>, HierarchyCycle> {
  const ordered = orderHierarchy(groups);
  if (!ordered.ok) return ordered;
  const remainders = new Map(groups.map(({ id, carrierIds }) => [id, carrierIds.length]));
  const published = new Set<string>();
  const holdsPublished = new Set<string>();
  for (const { id, parentId } of ordered.value) {
    const remainder = remainders.get(id)!;
    const isPublished = remainder >= fewestCarriers || (remainder === 0 && holdsPublished.has(id));
    if (isPublished) published.add(id);
    if (parentId === null || !remainders.has(parentId)) continue;
    if (isPublished || holdsPublished.has(id)) holdsPublished.add(parentId);
    if (!isPublished) remainders.set(parentId, remainders.get(parentId)! + remainder);
  }

  const shown = new Map<string, string | null>();
  for (const { id, parentId } of ordered.value.toReversed()) {
    shown.set(id, published.has(id) ? id : ((parentId && shown.get(parentId)) ?? null));
  }
  return ok(shown);
}
