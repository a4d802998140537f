import type { PortalApp } from '../../src/sandbox/portal/index.ts';

/** Tokens as the authorization server gives them; the consent page itself is walked in the tests of the install. */
export async function grantTokens({
  origin,
  app,
  scopes,
  userId,
}: {
  readonly origin: string;
  readonly app: PortalApp;
  /** Those that the portal's admin grants. */
  readonly scopes: readonly string[];
  readonly userId: number;
}) {
  const authorize = new URLSearchParams({
    client_id: app.clientId,
    redirect_uri: app.redirectUrls[0] ?? '',
    scope: app.requiredScopes.join(' '),
    optional_scope: app.optionalScopes.filter((scope) => scopes.includes(scope)).join(' '),
  });
  const consented = await fetch(`${origin}/oauth/authorize?${authorize.toString()}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ userId: String(userId) }),
  });
  const code = new URL(consented.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const answered = await fetch(`${origin}/oauth/2026-09/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: app.clientId,
      client_secret: app.clientSecret,
      redirect_uri: app.redirectUrls[0] ?? '',
      code,
    }),
  });
  const tokens = (await answered.json()) as { access_token: string; refresh_token: string };
  return { accessToken: tokens.access_token, refreshToken: tokens.refresh_token, expiresInMs: 1_800_000 };
}
