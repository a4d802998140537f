import {
  nothing,
  removePropertiesRequest,
  startWritingRequest,
  switchPropertyRequest,
  writePlanView,
  writesView,
} from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { WritesSettings } from './service.ts';

/** What is written to HubSpot. */
export function writesRoutes(writes: WritesSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/writes',
      request: nothing,
      reply: writesView,
      handle: (caller) => writes.read(caller),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/writes/plan',
      request: nothing,
      reply: writePlanView,
      handle: (caller) => writes.plan(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/writes/start',
      request: startWritingRequest,
      reply: writesView,
      handle: (caller, request) => writes.start(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/writes/pause',
      request: nothing,
      reply: writesView,
      handle: (caller) => writes.pause(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/writes/resume',
      request: nothing,
      reply: writesView,
      handle: (caller) => writes.resume(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/writes/property',
      request: switchPropertyRequest,
      reply: writesView,
      handle: (caller, request) => writes.switchProperty(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/writes/remove',
      request: removePropertiesRequest,
      reply: writesView,
      handle: (caller, request) => writes.remove(caller, request),
    }),
  ];
}
