export { forPortal as applyingTo, type FollowMerge, type Merge } from './applying/store.ts';
export type { CreditedDeal } from './deals/credited-deal.ts';
export { dealProperties } from './deals/deal-properties.ts';
export type { DealSplit, MirroredDeal, StageFacts } from './deals/mirrored-deal.ts';
export { listMerged, mergedProperty } from './deals/list-merged.ts';
export { readDeal, type DealRecord } from './deals/read-deal.ts';
export { forPortal as dealsOf, type DealHistory, type SplitDeal } from './deals/store.ts';
export {
  forPortal as directoryOf,
  type OwnerEntry,
  type PipelineEntry,
  type StageEntry,
  type TeamEntry,
} from './directory/store.ts';
export { forPortal as dirtyOwnersOf, NOBODY, type DirtyOwner } from './dirty/store.ts';
export { forPortal as dealOwnersOf } from './owners/store.ts';
export { forPortal as storedOf } from './stored/store.ts';
