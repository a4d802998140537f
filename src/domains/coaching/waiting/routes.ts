import { waitingRequest, waitingView } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { WaitingService } from './service.ts';

/** What waits for the viewer's answer, on the home page's Coaching tab. */
export function waitingRoutes(waiting: WaitingService): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/home/coaching/waiting',
      request: waitingRequest,
      reply: waitingView,
      handle: (caller) => waiting.read(caller),
    }),
  ];
}
