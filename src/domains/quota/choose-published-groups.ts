import type { OwnerId } from '../../kernel/ids.ts';
import { ok } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { foldHierarchy } from './fold-hierarchy.ts';
import type { HierarchyCycle, HierarchyNode } from './fold-hierarchy.ts';

/** A team or a manager's people, for whom one figure may be published. */
export interface Group extends HierarchyNode {
  /** Quota carriers who are in this group directly, in none of its sub-groups. Nobody is directly in two groups. */
  readonly carrierIds: readonly OwnerId[];
}

/** With fewer, a colleague who knows a figure or two guesses the rest. */
const fewestCarriers = 4;

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
  const judged = foldHierarchy(groups, judge);
  if (!judged.ok) return judged;
  const shown = new Map<string, string | null>();
  for (const [id, { isPublished, parentId }] of [...judged.value].toReversed()) {
    const above = parentId === null ? null : (shown.get(parentId) ?? null);
    shown.set(id, isPublished ? id : above);
  }
  return ok(shown);
}

interface Judgement {
  readonly parentId: string | null;
  readonly isPublished: boolean;
  /** Whether it or a group within it is published. */
  readonly holdsPublished: boolean;
  /** How many carriers no published group holds yet. */
  readonly remainder: number;
}

function judge({ parentId, carrierIds }: Group, within: readonly Judgement[]): Judgement {
  const remainder = within.reduce((sum, group) => sum + group.remainder, carrierIds.length);
  const holdsPublished = within.some((group) => group.holdsPublished);
  const isPublished = remainder >= fewestCarriers || (remainder === 0 && holdsPublished);
  return {
    parentId,
    isPublished,
    holdsPublished: holdsPublished || isPublished,
    remainder: isPublished ? 0 : remainder,
  };
}
