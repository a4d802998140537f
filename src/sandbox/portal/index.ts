export { createPortal, type PortalOptions, type RunningPortal } from './create-portal.ts';
export type { AppCard, AppSubscription, PortalApp } from './portal-app.ts';
