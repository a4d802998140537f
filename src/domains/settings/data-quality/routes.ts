import { dataGapRequest, dataGapView, dataQualityView, nothing } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { DataQuality } from './service.ts';

/** What the portal's deals lack. */
export function dataQualityRoutes(quality: DataQuality): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/data-quality',
      request: nothing,
      reply: dataQualityView,
      handle: (caller) => quality.read(caller),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/data-quality/deals',
      request: dataGapRequest,
      reply: dataGapView,
      handle: (caller, request) => quality.list(caller, request),
    }),
  ];
}
