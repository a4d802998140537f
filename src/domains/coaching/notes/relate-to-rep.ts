import { standsAbove } from '../../quota/index.ts';

/** How somebody stands to a rep: `manager` is whoever stands above them, at any height. Ops are nobody special here. */
export type CoachingViewer = 'rep' | 'manager' | 'other';

export function relateToRep(
  viewerId: string | null,
  repId: string | null,
  managerOf: ReadonlyMap<string, string | null>,
): CoachingViewer {
  if (viewerId === null || repId === null) return 'other';
  if (viewerId === repId) return 'rep';
  return standsAbove(viewerId, repId, managerOf) ? 'manager' : 'other';
}
