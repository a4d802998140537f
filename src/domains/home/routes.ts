import {
  dealsBehindRequest,
  dealsBehindView,
  definitionsRequest,
  definitionsView,
  homeTeamRequest,
  homeTeamView,
} from '../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../http/index.ts';
import type { HomeService } from './service.ts';

/** What the home page may ask. */
export function homeRoutes(service: HomeService): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      path: '/home/team',
      audience: 'everybody',
      request: homeTeamRequest,
      reply: homeTeamView,
      handle: (caller) => service.team(caller),
    }),
    signedRoute({
      method: 'GET',
      path: '/home/team/deals',
      audience: 'everybody',
      request: dealsBehindRequest,
      reply: dealsBehindView,
      handle: (caller, request) => service.dealsBehind(caller, request),
    }),
    signedRoute({
      method: 'GET',
      path: '/home/definitions',
      audience: 'everybody',
      request: definitionsRequest,
      reply: definitionsView,
      handle: (caller) => service.definitions(caller),
    }),
  ];
}
