import { coachingOverviewRequest, coachingOverviewView } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { OverviewService } from './service.ts';

/** The home page's Coaching tab. */
export function overviewRoutes(overview: OverviewService): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/home/coaching',
      request: coachingOverviewRequest,
      reply: coachingOverviewView,
      handle: (caller) => overview.read(caller),
    }),
  ];
}
