import { coachingPolicyRequest, coachingPolicyView, nothing } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { PolicyService } from './service.ts';

/** What ops may choose of coaching. */
export function policyRoutes(policy: PolicyService): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/coaching/policy',
      request: nothing,
      reply: coachingPolicyView,
      handle: (caller) => policy.read(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/coaching/policy',
      request: coachingPolicyRequest,
      reply: coachingPolicyView,
      handle: (caller, request) => policy.choose(caller, request),
    }),
  ];
}
