import * as z from 'zod';
import { answer, type Answer } from '../http/answer.ts';
import type { Portal } from '../portal.ts';
import { refuseClient } from './exchange-token.ts';
import { revokeInstallation } from './revoke.ts';
import { tokenError } from './token-error.ts';

const form = z.object({
  client_id: z.string().default(''),
  client_secret: z.string().default(''),
  token: z.string().default(''),
  token_type_hint: z.enum(['access_token', 'refresh_token']).default('access_token'),
});

/** Says who a token belongs to and what it may do; `active: false` for one that is unknown or has expired. */
export function introspectToken(portal: Portal, body: unknown): Answer {
  const parsed = form.safeParse(body ?? {});
  if (!parsed.success) return tokenError('invalid_request', 'BAD_REQUEST', 'invalid token_type_hint');
  const refused = refuseClient(portal, parsed.data);
  if (refused) return refused;
  const { state, app, realClock } = portal;
  const { token, token_type_hint: use } = parsed.data;
  const access = use === 'access_token' ? state.accessTokens.get(token) : undefined;
  const grant = access ?? (use === 'refresh_token' ? state.installations.get(token) : undefined);
  const left = access && Math.floor((access.expiresAt - realClock.now().getTime()) / 1_000);
  if (!grant || (left !== undefined && left <= 0)) return answer(200, { active: false });
  return answer(200, {
    active: true,
    token,
    token_type: 'bearer',
    token_use: use,
    client_id: app.clientId,
    app_id: app.appId,
    hub_id: state.account.portalId,
    hub_domain: `${state.account.portalId}.sandbox.invalid`,
    user: state.people.values().find(({ userId }) => userId === grant.userId)?.email ?? '',
    user_id: grant.userId,
    scopes: grant.scopes,
    ...(left !== undefined && { expires_in: left }),
    is_private_distribution: false,
  });
}

/** Revoking something unknown is no error (RFC 7009). */
export function revokeToken(portal: Portal, body: unknown): Answer {
  const parsed = form.safeParse(body ?? {});
  if (!parsed.success) return tokenError('invalid_request', 'BAD_REQUEST', 'invalid token_type_hint');
  const refused = refuseClient(portal, parsed.data);
  if (refused) return refused;
  revokeInstallation(portal.state, parsed.data.token);
  return answer(204);
}
