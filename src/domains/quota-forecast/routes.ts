import { quotaForecastRequest, quotaForecastView, whatIfRequest, whatIfView } from '../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../http/index.ts';
import type { QuotaForecastService } from './service.ts';

/** What the quota and forecast card may ask. */
export function quotaForecastRoutes(service: QuotaForecastService): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/cards/quota-forecast',
      request: quotaForecastRequest,
      reply: quotaForecastView,
      handle: (caller, request) => service.view(caller, request),
    }),
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/cards/quota-forecast/what-if',
      request: whatIfRequest,
      reply: whatIfView,
      handle: (caller, request) => service.whatIf(caller, request),
    }),
  ];
}
