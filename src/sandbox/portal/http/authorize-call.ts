import { err, ok, type Result } from '../../../kernel/result.ts';
import type { AccessGrant } from '../oauth/grants.ts';
import type { Portal } from '../portal.ts';
import { refuse, type Answer } from './answer.ts';

/** Finds the grant behind a bearer token and checks that it is alive. */
export function authenticate(portal: Portal, header: string | undefined): Result<AccessGrant, Answer> {
  const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1];
  const grant = token === undefined ? undefined : portal.state.accessTokens.get(token);
  if (!grant) {
    const message =
      'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview';
    return err(refuse(401, { message, category: 'INVALID_AUTHENTICATION' }));
  }
  const late = portal.realClock.now().getTime() - grant.expiresAt;
  if (late < 0) return ok(grant);
  const message = `The OAuth token used to make this call expired ${Math.floor(late / 60_000)} minute(s) ago.`;
  return err(refuse(401, { message, category: 'EXPIRED_AUTHENTICATION' }));
}

/** Refuses with HubSpot's 403 unless the grant has one of `scopes`; null when the call may go on. */
export function missingScopes(grant: AccessGrant, scopes: readonly string[]): Answer | null {
  if (scopes.length === 0 || scopes.some((scope) => grant.scopes.includes(scope))) return null;
  return refuse(403, {
    message:
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    errors: [
      {
        message: 'One or more of the following scopes are required.',
        context: { requiredGranularScopes: scopes },
      },
    ],
    links: { scopes: 'https://developers.hubspot.com/scopes' },
    category: 'MISSING_SCOPES',
  });
}
