export type { Caller } from './caller.ts';
export { createApp } from './create-app.ts';
export { healthRouter } from './health.ts';
export type { Refusal } from './refusal.ts';
export { isSigned, refuse, serveSignedRoutes, type SignedAccess } from './serve-signed-routes.ts';
export { signedRoute, type SignedRoute } from './signed-route.ts';
