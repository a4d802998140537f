import { historyView, nothing, setupConfirmRequest, setupView } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { SetupSettings } from './service.ts';

/** The first run, and later the same list as a check. */
export function setupRoutes(setup: SetupSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/setup',
      request: nothing,
      reply: setupView,
      handle: (caller) => setup.read(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/setup/confirm',
      request: setupConfirmRequest,
      reply: setupView,
      handle: (caller, request) => setup.confirm(caller, request),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/setup/history',
      request: nothing,
      reply: historyView,
      handle: (caller) => setup.history(caller),
    }),
  ];
}
