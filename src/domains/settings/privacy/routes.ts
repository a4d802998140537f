import {
  aboutMeView,
  disconnectRequest,
  done,
  erasePersonRequest,
  erasePortalRequest,
  erasurePreview,
  exportView,
  nothing,
  personRequest,
} from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { PrivacySettings } from './service.ts';

/** What is held on people, and leaving. */
export function privacyRoutes(privacy: PrivacySettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/settings/about-me',
      request: nothing,
      reply: aboutMeView,
      handle: (caller) => privacy.aboutMe(caller),
    }),
    signedRoute({
      method: 'GET',
      audience: 'everybody',
      path: '/settings/about-me/export',
      request: nothing,
      reply: exportView,
      handle: (caller) => privacy.exportMe(caller),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/export/person',
      request: personRequest,
      reply: exportView,
      handle: (caller, request) => privacy.exportPerson(caller, request),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/export/portal',
      request: nothing,
      reply: exportView,
      handle: (caller) => privacy.exportPortal(caller),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/people/erase',
      request: personRequest,
      reply: erasurePreview,
      handle: (caller, request) => privacy.previewErasure(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/people/erase',
      request: erasePersonRequest,
      reply: done,
      handle: (caller, request) => privacy.erasePerson(caller, request),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/portal/erase',
      request: nothing,
      reply: erasurePreview,
      handle: (caller) => privacy.previewPortalErasure(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/portal/disconnect',
      request: disconnectRequest,
      reply: done,
      handle: (caller, request) => privacy.disconnect(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/portal/erase',
      request: erasePortalRequest,
      reply: done,
      handle: (caller, request) => privacy.erasePortal(caller, request),
    }),
  ];
}
