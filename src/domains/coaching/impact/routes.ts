import { impactRequest, impactView, nothing } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { ImpactService } from './service.ts';

/** Whether coaching helps. */
export function impactRoutes(service: ImpactService): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/home/coaching/impact',
      request: nothing,
      reply: impactView,
      handle: (caller) => service.view(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/home/coaching/impact',
      request: impactRequest,
      reply: impactView,
      handle: (caller, request) => service.choose(caller, request),
    }),
  ];
}
