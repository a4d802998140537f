import { nothing } from '../schemas/fields.ts';
import { tokenFacts, tokenGrant } from '../schemas/token.ts';
import type { AppSession, PortalSession } from '../session.ts';
import { apiVersion } from '../version.ts';

const tokenPath = `/oauth/${apiVersion.oauth}/token`;

export interface CodeExchange {
  readonly code: string;
  /** The address that the authorize page was given. */
  readonly redirectUri: string;
  /** Of PKCE; null for an install that was begun on HubSpot's marketplace, which takes no challenge from us. */
  readonly codeVerifier: string | null;
}

/** Changes an authorization code into tokens. A code works once, so a broken-off exchange cannot be repeated. */
export function exchangeCode(app: AppSession, { code, redirectUri, codeVerifier }: CodeExchange) {
  return app.call({
    method: 'POST',
    path: tokenPath,
    form: {
      grant_type: 'authorization_code',
      ...credentials(app),
      redirect_uri: redirectUri,
      code,
      ...(codeVerifier !== null && { code_verifier: codeVerifier }),
    },
    secrets: [app.clientSecret, code, ...(codeVerifier === null ? [] : [codeVerifier])],
    repeatable: false,
    reply: tokenGrant,
  });
}

/** Gets a new access token. Keep the refresh token that comes back. `grant_rejected` means that the install is gone. */
export function refreshTokens(app: AppSession, refreshToken: string) {
  return app.call({
    method: 'POST',
    path: tokenPath,
    form: { grant_type: 'refresh_token', ...credentials(app), refresh_token: refreshToken },
    secrets: [app.clientSecret, refreshToken],
    repeatable: true,
    reply: tokenGrant,
  });
}

/** Asks which portal, user and scopes an access token stands for; null when it is not valid. */
export function introspectToken(app: AppSession, accessToken: string) {
  return app.call({
    method: 'POST',
    path: `${tokenPath}/introspect`,
    form: { ...credentials(app), token: accessToken, token_type_hint: 'access_token' },
    secrets: [app.clientSecret, accessToken],
    repeatable: true,
    reply: tokenFacts,
  });
}

/** Makes a refresh token worthless. */
export function revokeToken(app: AppSession, refreshToken: string) {
  return app.call({
    method: 'POST',
    path: `${tokenPath}/revoke`,
    form: { ...credentials(app), token: refreshToken, token_type_hint: 'refresh_token' },
    secrets: [app.clientSecret, refreshToken],
    repeatable: true,
    reply: nothing,
  });
}

/** Takes the app out of the portal, of which HubSpot tells the portal's admins. Its token ends with it. */
export function uninstallApp(session: PortalSession) {
  const path = `/appinstalls/${apiVersion.appInstalls}/external-install`;
  return session.call({ method: 'DELETE', path, repeatable: false, reply: nothing });
}

function credentials(app: AppSession) {
  return { client_id: app.clientId, client_secret: app.clientSecret };
}
