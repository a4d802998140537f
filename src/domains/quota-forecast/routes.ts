import { quotaForecastRequest, quotaForecastView, whatIfRequest, whatIfView } from '../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../http/index.ts';
import type { QuotaForecastService } from './service.ts';

/** What the quota and forecast card may ask; `noteCard` is told where it stands. */
export function quotaForecastRoutes(
  service: QuotaForecastService,
  noteCard: (portalId: number, place: string | undefined) => Promise<void>,
): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/cards/quota-forecast',
      request: quotaForecastRequest,
      reply: quotaForecastView,
      findCaller: (portalId, userId, request) => service.findCaller(portalId, userId, request),
      handle: async (caller, { place }) => {
        await noteCard(caller.portal.id, place);
        return service.view(caller);
      },
    }),
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/cards/quota-forecast/what-if',
      request: whatIfRequest,
      reply: whatIfView,
      findCaller: (portalId, userId, request) => service.findCaller(portalId, userId, request),
      handle: (caller, request) => service.whatIf(caller, request),
    }),
  ];
}
