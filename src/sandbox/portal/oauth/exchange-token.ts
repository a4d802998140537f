import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import { answer, type Answer } from '../http/answer.ts';
import type { Portal } from '../portal.ts';
import { accessTokenLifetimeSeconds, type AuthorizationCode, type Installation } from './grants.ts';
import { tokenError } from './token-error.ts';

const form = z.object({
  grant_type: z.string(),
  client_id: z.string().default(''),
  client_secret: z.string().default(''),
  code: z.string().default(''),
  redirect_uri: z.string().default(''),
  code_verifier: z.string().default(''),
  refresh_token: z.string().default(''),
});
type TokenForm = z.infer<typeof form>;

/** Gives out tokens for an authorization code or a refresh token. The refresh token stays the same for an install. */
export function exchangeToken(portal: Portal, body: unknown): Answer {
  const parsed = form.safeParse(body ?? {});
  if (!parsed.success) return tokenError('invalid_request', 'BAD_REQUEST', 'missing or invalid grant_type');
  const refused = refuseClient(portal, parsed.data);
  if (refused) return refused;
  switch (parsed.data.grant_type) {
    case 'authorization_code':
      return exchangeCode(portal, parsed.data);
    case 'refresh_token':
      return refresh(portal, parsed.data);
    default:
      return tokenError('unsupported_grant_type', 'BAD_GRANT_TYPE', 'unsupported grant_type');
  }
}

/** Null when id and secret are the app's. */
export function refuseClient(
  { app }: Portal,
  { client_id, client_secret }: { client_id: string; client_secret: string },
): Answer | null {
  if (client_id !== app.clientId)
    return tokenError('invalid_client', 'BAD_CLIENT_ID', 'missing or invalid client_id');
  if (client_secret === app.clientSecret) return null;
  return tokenError('invalid_client', 'BAD_CLIENT_SECRET', 'missing or invalid client secret');
}

function exchangeCode(portal: Portal, request: TokenForm): Answer {
  const { state, realClock } = portal;
  const code = state.codes.get(request.code);
  if (!code || code.expiresAt <= realClock.now().getTime()) {
    return tokenError('invalid_grant', 'BAD_AUTH_CODE', 'missing or unknown auth code');
  }
  if (code.redirectUri !== request.redirect_uri) {
    return tokenError(
      'invalid_grant',
      'MISMATCH_REDIRECT_URI_AUTH_CODE',
      'redirect URI does not match the auth code',
    );
  }
  if (!provesPossession(code, request.code_verifier)) {
    return tokenError(
      'invalid_grant',
      'BAD_CODE_VERIFIER',
      'code verifier does not match the code challenge',
    );
  }
  state.codes.remove(code.code);
  const installation = { refreshToken: secretText('refresh'), scopes: code.scopes, userId: code.userId };
  state.installations.put(installation.refreshToken, installation);
  portal.effects.note('install', `installed with ${code.scopes.length} scopes by user ${code.userId}`);
  return giveTokens(portal, installation);
}

/** PKCE with S256 (RFC 7636), when the authorization asked for it. */
function provesPossession({ codeChallenge }: AuthorizationCode, verifier: string): boolean {
  return (
    codeChallenge === null || createHash('sha256').update(verifier).digest('base64url') === codeChallenge
  );
}

function refresh(portal: Portal, request: TokenForm): Answer {
  const installation = portal.state.installations.get(request.refresh_token);
  if (installation) return giveTokens(portal, installation);
  return tokenError('invalid_grant', 'BAD_REFRESH_TOKEN', 'refresh token is invalid, expired or revoked');
}

function giveTokens({ state, realClock }: Portal, { refreshToken, scopes, userId }: Installation): Answer {
  const now = realClock.now().getTime();
  for (const grant of state.accessTokens.values()) {
    if (grant.expiresAt <= now - 86_400_000) state.accessTokens.remove(grant.token);
  }
  const token = secretText('access');
  state.accessTokens.put(token, {
    token,
    refreshToken,
    scopes,
    userId,
    expiresAt: now + accessTokenLifetimeSeconds * 1_000,
  });
  return answer(200, {
    token_type: 'bearer',
    access_token: token,
    refresh_token: refreshToken,
    expires_in: accessTokenLifetimeSeconds,
    hub_id: state.account.portalId,
    user_id: userId,
    scopes,
    token_use: 'access_token',
  });
}

function secretText(kind: string): string {
  return `sandbox-${kind}-${randomBytes(24).toString('base64url')}`;
}
