export type { Caller } from './caller.ts';
export { createApp } from './create-app.ts';
export { healthRouter } from './health.ts';
export type { Refusal } from './refusal.ts';
export type { AnswerStore } from './answer-once.ts';
export {
  isSigned,
  refuse,
  serveSignedRoutes,
  type SignedAccess,
  type Signing,
} from './serve-signed-routes.ts';
export { signedRoute, type SignedRoute } from './signed-route.ts';
