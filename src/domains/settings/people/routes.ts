import {
  peopleChangeRequest,
  peoplePreview,
  peopleRequest,
  peopleSaveRequest,
  peopleView,
} from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { PeopleSettings } from './service.ts';

/** Who there is, and who reports to whom. */
export function peopleRoutes(people: PeopleSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/people',
      request: peopleRequest,
      reply: peopleView,
      handle: (caller, request) => people.list(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/people/preview',
      request: peopleChangeRequest,
      reply: peoplePreview,
      handle: (caller, request) => people.preview(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/people',
      request: peopleSaveRequest,
      reply: peoplePreview,
      handle: (caller, request) => people.save(caller, request),
    }),
  ];
}
