import { featureRequest, featuresView, nothing } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { FeatureSettings } from './service.ts';

/** Features, and the scopes that each needs. */
export function featureRoutes(features: FeatureSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/features',
      request: nothing,
      reply: featuresView,
      handle: (caller) => features.read(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/features',
      request: featureRequest,
      reply: featuresView,
      handle: (caller, request) => features.switch(caller, request),
    }),
  ];
}
