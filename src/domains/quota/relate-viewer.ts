import { standsAbove } from './managers-above.ts';

/** How the person who looks stands to the deal; it alone decides what the service puts into the answer. */
export type ViewerRelation =
  | { readonly viewer: 'owner' | 'splitPartner' | 'manager'; readonly subjectId: string }
  | { readonly viewer: 'colleague' };

export interface RelationQuestion {
  /** The viewer's owner id; null for a user who owns nothing, such as an accountant. */
  readonly viewerId: string | null;
  readonly isOps: boolean;
  readonly ownerId: string | null;
  readonly splitOwnerIds: readonly string[];
  /** Everybody's manager. */
  readonly managerOf: ReadonlyMap<string, string | null>;
}

/**
 * An owner sees their own standing, a split partner theirs, a manager that of their report: the owner's first, else that
 * of the split partner who reports to them. Ops see what the owner's manager sees. Anybody else sees the deal alone.
 */
export function relateViewer(question: RelationQuestion): ViewerRelation {
  const { viewerId, isOps, ownerId, splitOwnerIds, managerOf } = question;
  if (viewerId !== null && viewerId === ownerId) return { viewer: 'owner', subjectId: ownerId };
  if (viewerId !== null && splitOwnerIds.includes(viewerId))
    return { viewer: 'splitPartner', subjectId: viewerId };
  const credited = [ownerId, ...splitOwnerIds].filter((id) => id !== null);
  const report = credited.find((id) => isOps || (viewerId !== null && standsAbove(viewerId, id, managerOf)));
  return report === undefined ? { viewer: 'colleague' } : { viewer: 'manager', subjectId: report };
}
