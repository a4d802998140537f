import {
  nothing,
  publishRubricRequest,
  rubricsView,
  withdrawRubricRequest,
} from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { CoachingSettings } from './service.ts';

/** What ops choose for coaching. */
export function coachingSettingsRoutes(coaching: CoachingSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/coaching/rubrics',
      request: nothing,
      reply: rubricsView,
      handle: (caller) => coaching.readRubrics(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/coaching/rubrics',
      request: publishRubricRequest,
      reply: rubricsView,
      handle: (caller, request) => coaching.publishRubric(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/coaching/rubrics/withdraw',
      request: withdrawRubricRequest,
      reply: rubricsView,
      handle: (caller, request) => coaching.withdrawRubric(caller, request),
    }),
  ];
}
