import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Portal } from '../portal.ts';
import { codeLifetimeMilliseconds } from './grants.ts';

const scopeList = z
  .string()
  .default('')
  .transform((text) => text.split(' ').filter((scope) => scope !== ''));

const authorizeQuery = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  scope: scopeList,
  optional_scope: scopeList,
  state: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.literal('S256').optional(),
});
export type AuthorizeRequest = z.infer<typeof authorizeQuery>;

/** Checks what the app asks for; fails with a sentence for the person in front of the page. */
export function readAuthorizeRequest(
  { app }: Portal,
  query: URLSearchParams,
): Result<AuthorizeRequest, string> {
  const parsed = authorizeQuery.safeParse(Object.fromEntries(query));
  if (!parsed.success)
    return err(`The install link is incomplete: ${parsed.error.issues[0]?.path.join('.')}.`);
  const request = parsed.data;
  if (request.client_id !== app.clientId) return err('No app has this client ID.');
  if (!app.redirectUrls.includes(request.redirect_uri)) {
    return err('The redirect URL of the install link is not one that the app has registered.');
  }
  const required = new Set(app.requiredScopes);
  const sameRequired =
    request.scope.length === required.size && request.scope.every((scope) => required.has(scope));
  if (!sameRequired || request.optional_scope.some((scope) => !app.optionalScopes.includes(scope))) {
    return err("The scopes of the install link do not match the app's configuration.");
  }
  return ok(request);
}

/** Grants the request in the name of a super admin; the answer is where the browser goes next. */
export function grantRequest(
  portal: Portal,
  request: AuthorizeRequest,
  userId: number,
): Result<string, string> {
  const person = portal.state.people.values().find((candidate) => candidate.userId === userId);
  if (!person || person.archived || !person.superAdmin) {
    return err('Only a super admin of this account can connect an app.');
  }
  const code = randomBytes(24).toString('base64url');
  portal.state.codes.put(code, {
    code,
    redirectUri: request.redirect_uri,
    scopes: [...request.scope, ...request.optional_scope],
    userId,
    codeChallenge: request.code_challenge ?? null,
    expiresAt: portal.realClock.now().getTime() + codeLifetimeMilliseconds,
  });
  const target = new URL(request.redirect_uri);
  target.searchParams.set('code', code);
  if (request.state !== undefined) target.searchParams.set('state', request.state);
  return ok(target.href);
}
