export type { Caller } from './caller.ts';
export { createApp } from './create-app.ts';
export { describeApi, type ApiDocument, type DescribedRoute } from './describe-api.ts';
export { openApiRouter } from './openapi.ts';
export { openDoors } from './open-doors.ts';
export { findFault } from './find-fault.ts';
export { healthRouter } from './health.ts';
export { metricsRouter } from './metrics.ts';
export type { Refusal } from './refusal.ts';
export { refuse } from './refuse.ts';
export { limitAddresses } from './limit-addresses.ts';
export { noLimits, openThrottle, usualLimits, type RequestLimits, type Throttle } from './throttle.ts';
export type { ServedRequest } from './watch-requests.ts';
export type { AnswerStore } from './answer-once.ts';
export { readJson } from './read-json.ts';
export {
  serveWorkflowActions,
  type WorkflowAccess,
  type WorkflowAction,
  type WorkflowOutcome,
} from './serve-workflow-actions.ts';
export { serveSignedRoutes, type SignedAccess } from './serve-signed-routes.ts';
export { isSigned, type Signing } from './signing.ts';
export { signedRoute, type SignedRoute } from './signed-route.ts';
