export { createPortal, type PortalOptions, type RunningPortal } from './create-portal.ts';
export { noLimits, publicAppLimits } from './http/rate-limits.ts';
export type { AppCard, AppSubscription, PortalApp } from './portal-app.ts';
export type { Admin } from './admin/open-admin.ts';
export type { FaultRequest } from './faults/fault.ts';
export type { StateChange } from './state/state-log.ts';
