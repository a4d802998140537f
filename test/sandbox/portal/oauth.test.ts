import { createHash } from 'node:crypto';
import {
  authorize,
  form,
  redirectUri,
  request,
  startTinyPortal,
  tinyApp,
  type TinyPortal,
} from './start-tiny-portal.ts';

let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal();
});
afterEach(() => portal.stop());

const asked = {
  client_id: tinyApp.clientId,
  redirect_uri: redirectUri,
  scope: tinyApp.requiredScopes.join(' '),
  optional_scope: 'crm.objects.goals.read',
  state: 'st&te',
};
const client = { client_id: tinyApp.clientId, client_secret: tinyApp.clientSecret };
const exchange = (fields: Record<string, string>) =>
  form(`${portal.origin}/oauth/2026-09/token`, {
    grant_type: 'authorization_code',
    redirect_uri: redirectUri,
    ...client,
    ...fields,
  });
const open = (changes: Record<string, string>) =>
  fetch(`${portal.origin}/oauth/authorize?${new URLSearchParams({ ...asked, ...changes }).toString()}`);

test('shows what is asked for, and goes back with code and state', async () => {
  const page = await (await open({})).text();
  expect(page).toContain('Connect Sideline to Harbour Instruments');
  for (const scope of [...tinyApp.requiredScopes, 'crm.objects.goals.read']) expect(page).toContain(scope);
  const response = await fetch(`${portal.origin}/oauth/authorize?${new URLSearchParams(asked).toString()}`, {
    method: 'POST',
    body: new URLSearchParams({ userId: '9586505' }),
    redirect: 'manual',
  });
  expect(response.status).toBe(302);
  const target = new URL(response.headers.get('location') ?? '');
  expect(target.origin + target.pathname).toBe(redirectUri);
  expect(target.searchParams.get('state')).toBe('st&te');
});

test.each([
  ['another app', { client_id: 'x' }],
  ['an address that is not registered', { redirect_uri: 'http://evil.example/' }],
  ['a required scope that is missing', { scope: 'oauth' }],
  ['a scope that the app has not configured', { optional_scope: 'crm.export' }],
])('refuses %s', async (_what, changes) => {
  expect((await open(changes)).status).toBe(400);
});

test('lets only a super admin connect', async () => {
  await expect(authorize(portal.origin, asked, 9586504)).rejects.toThrow('Invalid URL');
});

test('a code works once, for two minutes, with its own redirect address and the right secret', async () => {
  const wrong = [
    [{ code: 'x' }, 'BAD_AUTH_CODE'],
    [{ redirect_uri: 'http://localhost:1/' }, 'MISMATCH_REDIRECT_URI_AUTH_CODE'],
    [{ client_id: 'x' }, 'BAD_CLIENT_ID'],
    [{ client_secret: 'x' }, 'BAD_CLIENT_SECRET'],
  ] as const;
  const code = await authorize(portal.origin, asked);
  for (const [fields, status] of wrong) {
    expect((await exchange({ code, ...fields })).body.status).toBe(status);
  }
  const good = await exchange({ code });
  expect(good.body).toMatchObject({
    hub_id: 62515,
    user_id: 9586505,
    expires_in: 1800,
    scopes: [...tinyApp.requiredScopes, 'crm.objects.goals.read'],
  });
  expect((await exchange({ code })).body.status).toBe('BAD_AUTH_CODE');
  const late = await authorize(portal.origin, asked);
  portal.realTime.advance(120_000);
  expect((await exchange({ code: late })).body.status).toBe('BAD_AUTH_CODE');
});

test('checks the PKCE verifier', async () => {
  const challenge = createHash('sha256').update('verifier').digest('base64url');
  const code = await authorize(portal.origin, {
    ...asked,
    code_challenge: challenge,
    code_challenge_method: 'S256',
  });
  expect((await exchange({ code })).body.error).toBe('invalid_grant');
  expect((await exchange({ code, code_verifier: 'wrong' })).body.error).toBe('invalid_grant');
  expect((await exchange({ code, code_verifier: 'verifier' })).status).toBe(200);
});

test('an access token ends after 30 minutes, its refresh token goes on', async () => {
  const owners = () => portal.call('GET', '/crm/owners/2026-09');
  portal.realTime.advance(1_799_000);
  expect((await owners()).status).toBe(200);
  portal.realTime.advance(1_000);
  expect((await owners()).body.category).toBe('EXPIRED_AUTHENTICATION');
  const { refresh_token } = portal.tokens;
  const refreshed = await exchange({ grant_type: 'refresh_token', refresh_token });
  const headers = { Authorization: `Bearer ${refreshed.body.access_token}` };
  expect((await request(`${portal.origin}/crm/owners/2026-09`, { headers })).status).toBe(200);
});

test('introspects both kinds of token', async () => {
  const introspect = (fields: Record<string, string>) =>
    form(`${portal.origin}/oauth/2026-09/token/introspect`, { ...client, ...fields });
  const { access_token, refresh_token } = portal.tokens;
  const access = await introspect({ token: access_token, token_type_hint: 'access_token' });
  expect(access.body).toMatchObject({
    active: true,
    token_use: 'access_token',
    hub_id: 62515,
    user_id: 9586505,
    user: 'maria@example.com',
    app_id: 1160452,
    expires_in: 1800,
  });
  const refresh = await introspect({ token: refresh_token, token_type_hint: 'refresh_token' });
  expect(refresh.body).toMatchObject({ active: true, token_use: 'refresh_token' });
  expect(refresh.body).not.toHaveProperty('expires_in');
  expect((await introspect({ token: 'x' })).body).toEqual({ active: false });
});

test('a revoked refresh token gives nothing more; access tokens live on to their end', async () => {
  const { refresh_token } = portal.tokens;
  await form(`${portal.origin}/oauth/2026-09/token/revoke`, {
    ...client,
    token: refresh_token,
    token_type_hint: 'refresh_token',
  });
  expect((await exchange({ grant_type: 'refresh_token', refresh_token })).body.status).toBe(
    'BAD_REFRESH_TOKEN',
  );
  expect((await portal.call('GET', '/crm/owners/2026-09')).status).toBe(200);
});

test('an uninstalled app can neither call nor refresh', async () => {
  expect((await portal.call('DELETE', '/appinstalls/2026-09/external-install')).status).toBe(204);
  expect((await portal.call('GET', '/crm/owners/2026-09')).status).toBe(401);
  const { refresh_token } = portal.tokens;
  expect((await exchange({ grant_type: 'refresh_token', refresh_token })).body.status).toBe(
    'BAD_REFRESH_TOKEN',
  );
});
