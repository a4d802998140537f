export { portalJobs } from './jobs.ts';
export type { PortalSync, SyncDependencies } from './dependencies.ts';
export { acceptEvents } from './events/accept-events.ts';
export { webhookRouter } from './events/route.ts';
export { forPortal as outboxOf } from './outbox/store.ts';
export { planWriteBack, type WriteBackPlan } from './plan-write-back.ts';
export { forPortal as progressOf, type PullProgress } from './progress/store.ts';
export { dueReview, pullPortal, reviewPortal } from './pull-portal.ts';
export { workPortal } from './work-portal.ts';
