export {
  LEAST_DUE,
  measureCompletion,
  type Completion,
  type CompletionRates,
} from './actions/completion/measure-completion.ts';
export { forPortal as completionOf } from './actions/completion/store.ts';
export { createAgendaMaker } from './agenda/service.ts';
export { coachingJobs } from './jobs.ts';
export { createAgendaPreparation } from './meetings/jobs.ts';
export { forPortal as heldCoachingOf, type HeldCoaching } from './held/store.ts';
export { impactRoutes } from './impact/routes.ts';
export { createImpactService } from './impact/service.ts';
export { createPulseService, type PulseService } from './pulse/service.ts';
export { pulseRoutes } from './pulse/routes.ts';
export { forPortal as mergedCoachingOf } from './merged/store.ts';
export { followContactMerge } from './merged/contacts/store.ts';
export { followMerge } from './merged/store.ts';
export { forgetOldCoaching } from './retention/service.ts';
export type { LowestSkillLine } from './rubric/describe-lowest.ts';
export { giveSkillIds } from './rubric/give-skill-ids.ts';
export { readRubric, rubricLimits } from './rubric/read-rubric.ts';
export type { RubricDrift, RubricService } from './rubric/service.ts';
export { starterRubric } from './rubric/starter-rubric.ts';
export { forPortal as rubricsOf } from './rubric/store.ts';
export type { PublishedRubric, RubricScope } from './rubric/types.ts';
export { createRequestAction } from './requests/service.ts';
export { forPortal as coachingRequestsOf, type CoachingRequest } from './requests/store.ts';
export { coachingRoutes } from './routes.ts';
export { createCoachingService, type CoachingService } from './service.ts';
export {
  coachingProperties,
  describeCoachingProperties,
  type DealCoaching,
} from './properties/describe-coaching-properties.ts';
export { forPortal as coachingPropertiesOf } from './properties/store.ts';
export { createCoachingTasks } from './tasks/service.ts';
