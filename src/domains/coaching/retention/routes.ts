import { nothing, retentionRequest, retentionView } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { RetentionService } from './service.ts';

/** How long coaching is kept. */
export function retentionRoutes(retention: RetentionService): SignedRoute[] {
  const path = '/settings/coaching/retention';
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path,
      request: nothing,
      reply: retentionView,
      handle: (caller) => retention.read(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path,
      request: retentionRequest,
      reply: retentionView,
      handle: (caller, request) => retention.choose(caller, request),
    }),
  ];
}
