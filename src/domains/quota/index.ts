export { countsTowards } from './counts-towards.ts';
export { measureQuarters } from './history/service.ts';
export { creditDeal } from './credit-deal.ts';
export { listQuotaKeys } from './list-quota-keys.ts';
export { findViewer } from './find-viewer.ts';
export { keyOfQuota } from './key-of-quota.ts';
export { findEndAbove } from './reports/find-end-above.ts';
export { forPortal as reportsOf } from './reports/store.ts';
export type { Reports } from './reports/types.ts';
export { managersAbove, mapManagers, standsAbove } from './managers-above.ts';
export type { Pace } from './measure-pace.ts';
export type { PersonLine, UnmatchedLine } from './match-people.ts';
export { matchQuotas, type QuotaLine } from './match-quotas.ts';
export { measurePace } from './measure-pace.ts';
export { measurePerson, type PersonStanding } from './measure-person.ts';
export { groupQuotas } from './group-quotas.ts';
export { employmentOf } from './employment-of.ts';
export { relateViewer, type ViewerRelation } from './relate-viewer.ts';
export { shareCredit } from './share-credit.ts';
export { simulateDeal, type Simulation, type SimulationFailure } from './simulate-deal.ts';
export { describeQuotaProperties } from './describe-quota-properties.ts';
export { readGoals } from './read-goals.ts';
export { createQuotaService, type MeasuredPeople, type QuotaService } from './service.ts';
export { forPortal as quotasOf, type Person, type PersonSetting, type StoredQuota } from './store.ts';
export { toDealState } from './to-deal-state.ts';
export type {
  CountedCredit,
  Credit,
  DealState,
  Exclusion,
  ExclusionReason,
  Quota,
  QuotaSource,
  Standing,
} from './types.ts';
export { distributeBands, type Distribution } from './distribute-bands.ts';
export { findTargetMismatch, type TargetMismatch } from './find-target-mismatch.ts';
export { listPersonNodes, listTeamNodes, nodeOfTeam } from './list-nodes.ts';
export { measureParticipation, type Participation } from './measure-participation.ts';
export { rollUpAttainment, type RollUp } from './roll-up-attainment.ts';
export { choosePublishedGroups } from './choose-published-groups.ts';
export { quotaSources } from './types.ts';
export { isBeyondQuotas } from './is-beyond-quotas.ts';
