import { auditRequest, auditView, nothing, roleRequest, rolesView } from '../../../contract/index.ts';
import { signedRoute, type SignedRoute } from '../../../http/index.ts';
import type { AccessSettings } from './service.ts';

/** Roles and the audit log. */
export function accessRoutes(access: AccessSettings): SignedRoute[] {
  return [
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/roles',
      request: nothing,
      reply: rolesView,
      handle: (caller) => access.roles(caller),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/roles/grant',
      request: roleRequest,
      reply: rolesView,
      handle: (caller, request) => access.grant(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'ops',
      path: '/settings/roles/withdraw',
      request: roleRequest,
      reply: rolesView,
      handle: (caller, request) => access.withdraw(caller, request),
    }),
    signedRoute({
      method: 'POST',
      audience: 'everybody',
      path: '/settings/roles/claim',
      request: nothing,
      reply: rolesView,
      handle: (caller) => access.claim(caller),
    }),
    signedRoute({
      method: 'GET',
      audience: 'ops',
      path: '/settings/audit',
      request: auditRequest,
      reply: auditView,
      handle: (caller, request) => access.audit(caller, request),
    }),
  ];
}
