import { nothing, sharingRequest, sharingView } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { SharingSettings } from './service.ts';

/** Who may read attainment from properties. */
export function sharingRoutes(sharing: SharingSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/sharing',
      request: nothing,
      reply: sharingView,
      handle: (caller) => sharing.read(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/sharing',
      request: sharingRequest,
      reply: sharingView,
      handle: (caller, request) => sharing.choose(caller, request),
    }),
  ];
}
