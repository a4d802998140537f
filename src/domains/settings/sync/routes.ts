import {
  checkAgainReply,
  done,
  nothing,
  parkedRequest,
  parkedView,
  retryRequest,
  syncView,
} from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { SyncSettings } from './service.ts';

/** Sync health, and what HubSpot refused. */
export function syncRoutes(sync: SyncSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/sync',
      request: nothing,
      reply: syncView,
      handle: (caller) => sync.read(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/sync/check',
      request: nothing,
      reply: checkAgainReply,
      handle: (caller) => sync.checkAgain(caller),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/sync/parked',
      request: parkedRequest,
      reply: parkedView,
      handle: (caller, request) => sync.parked(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/sync/retry',
      request: retryRequest,
      reply: done,
      handle: (caller, request) => sync.retry(caller, request),
    }),
  ];
}
