import type { BucketNews, Pacer } from '../../src/hubspot/index.ts';
import { createProperty, readAccount, searchModifiedDeals, uninstallApp } from '../../src/hubspot/index.ts';
import { err } from '../../src/kernel/result.ts';
import { accountPath, accountReply } from './account-reply.ts';
import {
  failureOf,
  firstToken,
  openTestPortal,
  secondToken,
  valueOf,
  watchWire,
} from './open-test-portal.ts';

watchWire();

const tenSecondly = {
  status: 'error',
  message: 'You have reached your ten_secondly_rolling limit.',
  errorType: 'RATE_LIMIT',
  correlationId: 'c033cdaa-2c40-4a64-ae48-b4cec88dad24',
  policyName: 'TEN_SECONDLY_ROLLING',
};
const expired = {
  status: 'error',
  message: 'The OAuth token used to make this call expired 12 minute(s) ago.',
  category: 'EXPIRED_AUTHENTICATION',
};
const badGateway = '<html><body><h1>502 Bad Gateway</h1></body></html>';

describe('a call that succeeds', () => {
  it('carries the token, and lets unknown fields pass', async () => {
    const { session, http } = openTestPortal();
    http
      .get(accountPath)
      .matchHeader('authorization', `Bearer ${firstToken}`)
      .reply(200, { ...accountReply, portalName: 'Acme', aFieldOf2027: { nested: [1] } });
    expect(valueOf(await readAccount(session))).toEqual({
      portalId: 62515,
      accountType: 'DEVELOPER_TEST',
      portalName: 'Acme',
      timeZone: 'US/Eastern',
      companyCurrency: 'USD',
      additionalCurrencies: ['EUR'],
      uiDomain: 'app.hubspot.com',
    });
  });

  it('fails by the name of the field when the reply lacks one', async () => {
    const { session, http } = openTestPortal();
    http.get(accountPath).reply(200, { ...accountReply, timeZone: undefined });
    expect(failureOf(await readAccount(session))).toEqual({
      code: 'unexpected_reply',
      status: 200,
      message: expect.stringContaining('timeZone'),
    });
  });

  it('fails by name when a success has no JSON in it', async () => {
    const { session, http } = openTestPortal();
    http.get(accountPath).reply(200, '<html>');
    expect(failureOf(await readAccount(session)).message).toContain('the body');
  });
});

describe('waiting', () => {
  it.each([
    ['the 10-second limit', 429, tenSecondly, {}, [10_000]],
    ['a limit without a name', 429, 'Too many requests', {}, [10_000]],
    ['a limit that says when it ends', 429, tenSecondly, { 'Retry-After': '3' }, [3_000]],
    ['a locked record', 423, '', {}, [3_000]],
    ['an HTML page of a proxy', 502, badGateway, {}, [1_500]],
    ['an unreachable origin', 523, '', {}, [1_500]],
  ])('waits out %s', async (_name, status, body, headers, waits) => {
    const { session, http, sleeps } = openTestPortal();
    http.get(accountPath).reply(status, body, headers).get(accountPath).reply(200, accountReply);
    expect((await readAccount(session)).ok).toBe(true);
    expect(sleeps).toEqual(waits);
  });

  it('waits a second for the search limit', async () => {
    const { session, http, sleeps } = openTestPortal();
    const path = '/crm/objects/2026-09/deals/search';
    const secondly = { status: 'error', message: 'You have reached your secondly limit.' };
    http.post(path).reply(429, secondly).post(path).reply(200, { total: 0, results: [] });
    const pages = searchModifiedDeals(session, { modifiedSince: 0, properties: [] });
    expect(await pages.next()).toEqual({ done: false, value: { ok: true, value: [] } });
    expect(sleeps).toEqual([1_000]);
  });

  it('waits longer each time, and gives up', async () => {
    const { session, http, sleeps } = openTestPortal();
    http.get(accountPath).times(5).reply(502, badGateway);
    const failure = failureOf(await readAccount(session));
    expect(failure).toMatchObject({
      code: 'unavailable',
      status: 502,
      message: 'HubSpot answered with status 502.',
    });
    expect(sleeps).toEqual([1_500, 3_000, 6_000, 12_000]);
  });

  it('leaves a long wait to the caller', async () => {
    const { session, http, sleeps } = openTestPortal();
    http.get(accountPath).reply(477, '', { 'Retry-After': '7200' });
    expect(failureOf(await readAccount(session))).toMatchObject({
      code: 'migrating',
      retryAfterMs: 7_200_000,
    });
    http.get(accountPath).reply(429, { ...tenSecondly, policyName: 'DAILY' });
    expect(failureOf(await readAccount(session))).toMatchObject({
      code: 'rate_limited',
      retryAfterMs: 3_600_000,
    });
    expect(sleeps).toEqual([]);
  });

  it('tells the pacer what HubSpot counts and refuses', async () => {
    const heard: BucketNews[] = [];
    const pacer: Pacer = { acquire: async () => {}, observe: (_portal, _bucket, news) => heard.push(news) };
    const { session, http } = openTestPortal({ pacer });
    http.get(accountPath).reply(429, tenSecondly);
    http.get(accountPath).reply(200, accountReply, { 'X-HubSpot-RateLimit-Remaining': '7' });
    await readAccount(session);
    expect(heard).toEqual([{}, { refusedForMs: 10_000 }, { remaining: 7 }]);
  });
});

describe('a broken connection', () => {
  it('is tried again for a read', async () => {
    const { session, http, sleeps } = openTestPortal();
    http.get(accountPath).replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    http.get(accountPath).reply(200, accountReply);
    expect((await readAccount(session)).ok).toBe(true);
    expect(sleeps).toEqual([750]);
  });

  it('leaves a call that must not be repeated in doubt', async () => {
    const { session, http } = openTestPortal();
    const path = '/appinstalls/2026-09/external-install';
    http.delete(path).replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
    expect(failureOf(await uninstallApp(session))).toEqual({
      code: 'unknown_effect',
      status: null,
      message: 'HubSpot gave no answer (ECONNRESET).',
    });
  });

  it('does not hold up such a call when it never arrived', async () => {
    const { session, http, sleeps } = openTestPortal();
    const path = '/appinstalls/2026-09/external-install';
    http.delete(path).replyWithError(Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }));
    http.delete(path).reply(204);
    expect(await uninstallApp(session)).toEqual({ ok: true, value: undefined });
    expect(sleeps).toEqual([750]);
  });
});

describe('the token', () => {
  it('is refreshed once when it is rejected', async () => {
    const { session, http, rejected } = openTestPortal();
    http.get(accountPath).matchHeader('authorization', `Bearer ${firstToken}`).reply(401, expired);
    http.get(accountPath).matchHeader('authorization', `Bearer ${secondToken}`).reply(200, accountReply);
    expect((await readAccount(session)).ok).toBe(true);
    expect(rejected).toEqual([firstToken]);
  });

  it('is not refreshed twice', async () => {
    const { session, http, rejected } = openTestPortal();
    http.get(accountPath).times(2).reply(401, expired);
    expect(failureOf(await readAccount(session))).toMatchObject({ code: 'unauthorized', status: 401 });
    expect(rejected).toEqual([firstToken]);
  });

  it('fails the call when it cannot be refreshed', async () => {
    const gone = err({ code: 'grant_rejected', status: 400, message: 'refresh token is revoked' } as const);
    const { session, http } = openTestPortal({
      tokens: { accessToken: async () => ({ ok: true, value: firstToken }), refresh: async () => gone },
    });
    http.get(accountPath).reply(401, expired);
    expect(await readAccount(session)).toEqual(gone);
  });
});

describe('a refusal', () => {
  it('names the scopes that are missing', async () => {
    const { session, http } = openTestPortal();
    http.get(accountPath).reply(403, {
      status: 'error',
      message: "This app hasn't been granted all required scopes to make this call.",
      correlationId: 'c1',
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: ['crm.objects.goals.read'] },
        },
      ],
      category: 'MISSING_SCOPES',
    });
    expect(failureOf(await readAccount(session))).toEqual({
      code: 'missing_scopes',
      status: 403,
      message: "This app hasn't been granted all required scopes to make this call.",
      category: 'MISSING_SCOPES',
      correlationId: 'c1',
      requiredScopes: ['crm.objects.goals.read'],
    });
  });

  it.each([
    [403, 'forbidden'],
    [404, 'not_found'],
    [409, 'conflict'],
    [414, 'rejected'],
    [437, 'rejected'],
    [418, 'unexpected_reply'],
  ])('of status %i is %s', async (status, code) => {
    const { session, http, sleeps } = openTestPortal();
    http.get(accountPath).reply(status, { status: 'error', message: 'no' });
    expect(failureOf(await readAccount(session))).toEqual({ code, status, message: 'no' });
    expect(sleeps).toEqual([]);
  });

  it('never quotes the token, however HubSpot words it', async () => {
    const { session, http } = openTestPortal();
    http.get(accountPath).reply(404, { message: `no such token: ${firstToken} ${'x'.repeat(400)}` });
    const { message } = failureOf(await readAccount(session));
    expect(message).toMatch(/^no such token: \[secret\] x+…$/);
    expect(message.length).toBeLessThanOrEqual(300);
  });

  it("gives HubSpot's own code and the property's name", async () => {
    const { session, http } = openTestPortal();
    http.post('/crm/properties/2026-09/deals').reply(400, {
      status: 'error',
      category: 'VALIDATION_ERROR',
      message: 'Property values were not valid',
      errors: [
        { message: 'bad', code: 'INVALID_BOOLEAN_OPTION', context: { propertyName: ['sideline_basis'] } },
      ],
    });
    const definition = { name: 'x', label: 'X', groupName: 'sideline', type: 'bool', fieldType: 'text' };
    expect(failureOf(await createProperty(session, 'deals', definition))).toMatchObject({
      code: 'rejected',
      category: 'VALIDATION_ERROR',
      reason: 'INVALID_BOOLEAN_OPTION',
      propertyNames: ['sideline_basis'],
    });
  });
});
