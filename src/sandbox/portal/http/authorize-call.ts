import { err, ok, type Result } from '../../../kernel/result.ts';
import type { AccessGrant } from '../oauth/grants.ts';
import type { Portal } from '../portal.ts';
import { expiredToken, lackingScopes, unknownToken } from './access-refusals.ts';
import type { Answer } from './answer.ts';

/** Finds the grant behind a bearer token and checks that it is alive. */
export function authenticate(portal: Portal, header: string | undefined): Result<AccessGrant, Answer> {
  const token = /^Bearer (.+)$/i.exec(header ?? '')?.[1];
  const grant = token === undefined ? undefined : portal.state.accessTokens.get(token);
  if (!grant) return err(unknownToken);
  const late = portal.realClock.now().getTime() - grant.expiresAt;
  return late < 0 ? ok(grant) : err(expiredToken(late));
}

/** Refuses with HubSpot's 403 unless the grant has one of `scopes`; null when the call may go on. */
export function missingScopes(grant: AccessGrant, scopes: readonly string[]): Answer | null {
  if (scopes.length === 0 || scopes.some((scope) => grant.scopes.includes(scope))) return null;
  return lackingScopes(scopes);
}
