import {
  exchangeCode,
  introspectToken,
  refreshTokens,
  revokeToken,
  uninstallApp,
} from '../../../src/hubspot/index.ts';
import { clientSecret, failureOf, openTestPortal, valueOf, watchWire } from '../open-test-portal.ts';

watchWire();

const tokenPath = '/oauth/2026-09/token';
const grant = {
  token_type: 'bearer',
  access_token: 'access-1',
  refresh_token: 'refresh-1',
  expires_in: 1800,
  hub_id: 62515,
  user_id: 123,
  scopes: ['oauth', 'crm.objects.deals.read'],
  token_use: 'access_token',
};
const exchange = {
  code: 'code-1',
  redirectUri: 'https://sideline.example.com/cb',
  codeVerifier: 'verifier-1',
};
const credentials = { client_id: 'client-id', client_secret: clientSecret };

describe('exchanging a code', () => {
  it('sends a form without a token, and says for which portal it is', async () => {
    const { app, http } = openTestPortal();
    const form = {
      grant_type: 'authorization_code',
      ...credentials,
      redirect_uri: exchange.redirectUri,
      code: 'code-1',
      code_verifier: 'verifier-1',
    };
    http
      .post(tokenPath, form)
      .matchHeader('content-type', /^application\/x-www-form-urlencoded/)
      .reply((request: Request) => (request.headers.has('authorization') ? [500] : [200, grant]));
    expect(valueOf(await exchangeCode(app, exchange))).toEqual({
      accessToken: 'access-1',
      refreshToken: 'refresh-1',
      expiresInMs: 1_800_000,
      portalId: 62515,
      userId: '123',
      scopes: ['oauth', 'crm.objects.deals.read'],
    });
  });

  it('is never repeated, for a code works once', async () => {
    const { app, http, sleeps } = openTestPortal();
    http.post(tokenPath).reply(504, '<html>');
    expect(failureOf(await exchangeCode(app, exchange)).code).toBe('unknown_effect');
    expect(sleeps).toEqual([]);
  });

  it('quotes none of the secrets that were sent', async () => {
    const { app, http } = openTestPortal();
    const message = `bad: code-1 verifier-1 ${clientSecret}`;
    http.post(tokenPath).reply(400, { error: 'invalid_grant', status: 'BAD_AUTH_CODE', message });
    const failure = failureOf(await exchangeCode(app, exchange));
    expect(failure).toMatchObject({ code: 'grant_rejected', reason: 'BAD_AUTH_CODE' });
    expect(failure.message).toBe('bad: [secret] [secret] [secret]');
  });
});

describe('refreshing', () => {
  it('is repeated when it breaks off', async () => {
    const { app, http } = openTestPortal();
    const form = { grant_type: 'refresh_token', ...credentials, refresh_token: 'refresh-1' };
    const bare = { access_token: 'access-1', refresh_token: 'refresh-1', expires_in: 1800 };
    http.post(tokenPath, form).reply(502, '<html>').post(tokenPath, form).reply(200, bare);
    expect(valueOf(await refreshTokens(app, 'refresh-1'))).toMatchObject({
      accessToken: 'access-1',
      portalId: null,
      userId: null,
      scopes: null,
    });
  });

  it('says when the install is gone', async () => {
    const { app, http } = openTestPortal();
    const message = 'refresh token is invalid, expired or revoked';
    http.post(tokenPath).reply(400, {
      error: 'invalid_grant',
      error_description: message,
      status: 'BAD_REFRESH_TOKEN',
      message,
    });
    expect(failureOf(await refreshTokens(app, 'refresh-1'))).toEqual({
      code: 'grant_rejected',
      status: 400,
      message,
      category: 'invalid_grant',
      reason: 'BAD_REFRESH_TOKEN',
    });
  });
});

describe('introspecting', () => {
  it('says who and what a token stands for', async () => {
    const { app, http } = openTestPortal();
    http
      .post(`${tokenPath}/introspect`, { ...credentials, token: 'access-1', token_type_hint: 'access_token' })
      .reply(200, {
        active: true,
        token: 'access-1',
        app_id: 1160452,
        hub_id: 62515,
        hub_domain: 'acme.example.com',
        user: 'ana.ruiz@example.com',
        user_id: 123,
        scopes: ['oauth'],
        expires_in: 1700,
      });
    expect(valueOf(await introspectToken(app, 'access-1'))).toEqual({
      appId: 1160452,
      portalId: 62515,
      portalDomain: 'acme.example.com',
      userEmail: 'ana.ruiz@example.com',
      userId: '123',
      scopes: ['oauth'],
    });
  });

  it('is null for a token that is not valid', async () => {
    const { app, http } = openTestPortal();
    http.post(`${tokenPath}/introspect`).reply(200, { active: false });
    expect(valueOf(await introspectToken(app, 'access-0'))).toBeNull();
  });
});

it('revokes a refresh token, and uninstalls', async () => {
  const { app, session, http } = openTestPortal();
  http
    .post(`${tokenPath}/revoke`, { ...credentials, token: 'refresh-1', token_type_hint: 'refresh_token' })
    .reply(200);
  http.delete('/appinstalls/2026-09/external-install').reply(204);
  expect(await revokeToken(app, 'refresh-1')).toEqual({ ok: true, value: undefined });
  expect(await uninstallApp(session)).toEqual({ ok: true, value: undefined });
});
