import { copyState, exportView, nothing, personRequest } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { CopiesService } from './service.ts';

/** A copy for the person it is about: started by ops, opened by that person alone. */
export function copyRoutes(copies: CopiesService): SignedRoute[] {
  const path = '/settings/people/copy';
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path,
      request: personRequest,
      reply: copyState,
      handle: (caller, request) => copies.state(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path,
      request: personRequest,
      reply: copyState,
      handle: (caller, request) => copies.prepare(caller, request),
    }),
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/settings/about-me/copy',
      request: nothing,
      reply: exportView,
      handle: (caller) => copies.collect(caller),
    }),
  ];
}
