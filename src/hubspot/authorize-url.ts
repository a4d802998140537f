import { createHash } from 'node:crypto';

export interface AuthorizeInput {
  /** https://app.hubspot.com, or the sandbox portal's origin. */
  readonly origin: string;
  readonly clientId: string;
  readonly redirectUri: string;
  /** Exactly the app's required scopes. */
  readonly scopes: readonly string[];
  /** Granted where the portal and the user have them. */
  readonly optionalScopes: readonly string[];
  /** Comes back unchanged with the code; ties the answer to the person who asked. */
  readonly state: string;
  /** Of PKCE; stays with us until the code is exchanged. */
  readonly codeVerifier: string;
}

/** The page where a portal's admin installs the app. */
export function authorizeUrl(input: AuthorizeInput): string {
  const parameters = {
    client_id: input.clientId,
    redirect_uri: input.redirectUri,
    scope: input.scopes.join(' '),
    ...(input.optionalScopes.length > 0 && { optional_scope: input.optionalScopes.join(' ') }),
    state: input.state,
    code_challenge: codeChallenge(input.codeVerifier),
    code_challenge_method: 'S256',
  };
  // Not URLSearchParams, which writes a space as `+`: only `%20` is a space in every reader's eyes.
  const query = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${input.origin.replace(/\/+$/, '')}/oauth/authorize?${query.join('&')}`;
}

/** S256 of RFC 7636. */
function codeChallenge(codeVerifier: string): string {
  return createHash('sha256').update(codeVerifier, 'ascii').digest('base64url');
}
