import type { FaultRequest } from '../../../../src/sandbox/portal/faults/fault.ts';
import { startTinyPortal, type TinyPortal } from '../start-tiny-portal.ts';

const deal = '/crm/objects/2026-09/deals/7891023';
let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal();
});
afterEach(() => portal.stop());

const read = () => portal.call('GET', deal);
const edit = (amount: string) => portal.call('PATCH', deal, { properties: { amount } });
const amount = async () => (await read()).body.properties['amount'];

test.each<[string, FaultRequest['fault'], number, object, Record<string, string | null>]>([
  [
    'the rolling limit, with its headers',
    { kind: 'rate-limited' },
    429,
    {
      status: 'error',
      message: 'You have reached your ten_secondly_rolling limit.',
      errorType: 'RATE_LIMIT',
      policyName: 'TEN_SECONDLY_ROLLING',
    },
    { 'x-hubspot-ratelimit-max': '110', 'x-hubspot-ratelimit-remaining': '0', 'retry-after': null },
  ],
  [
    'the limit of searches, without headers',
    { kind: 'rate-limited', policy: 'SECONDLY' },
    429,
    { message: 'You have reached your secondly limit.', policyName: 'SECONDLY' },
    { 'x-hubspot-ratelimit-max': null },
  ],
  [
    'the daily limit',
    { kind: 'rate-limited', policy: 'DAILY', retryAfter: 30 },
    429,
    { message: 'You have reached your daily limit.', policyName: 'DAILY' },
    { 'x-hubspot-ratelimit-daily': null, 'retry-after': '30' },
  ],
  ['a lock', { kind: 'locked' }, 423, { status: 'error' }, {}],
  ['a migration', { kind: 'migrating', retryAfter: 90 }, 477, { status: 'error' }, { 'retry-after': '90' }],
  ['a fault inside', { kind: 'server-error' }, 500, { status: 'error', message: 'internal error' }, {}],
  [
    'an expired token',
    { kind: 'token-refused' },
    401,
    {
      category: 'EXPIRED_AUTHENTICATION',
      message: 'The OAuth token used to make this call expired 0 minute(s) ago.',
    },
    {},
  ],
  [
    'a revoked token',
    { kind: 'token-refused', reason: 'revoked' },
    401,
    { category: 'INVALID_AUTHENTICATION' },
    {},
  ],
  [
    'missing scopes',
    { kind: 'scopes-missing', scopes: ['crm.objects.goals.read'] },
    403,
    {
      category: 'MISSING_SCOPES',
      errors: [{ context: { requiredGranularScopes: ['crm.objects.goals.read'] } }],
    },
    {},
  ],
])('answers as HubSpot does with %s', async (_what, fault, status, body, headers) => {
  portal.faults.add({ fault });
  const reply = await edit('7');
  expect(reply.status).toBe(status);
  expect(reply.body).toMatchObject(body);
  expect(reply.headers.get('x-hubspot-correlation-id')).toBe(reply.body.correlationId);
  for (const [name, value] of Object.entries(headers))
    expect([name, reply.headers.get(name)]).toEqual([name, value]);
  portal.faults.clear();
  expect(await amount()).toBe('1500.00');
});

test.each([502, 503, 504] as const)('answers %i with a page of the gateway', async (status) => {
  portal.faults.add({ fault: { kind: 'gateway-error', status } });
  const response = await fetch(`${portal.origin}${deal}`);
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain('text/html');
  expect(await response.text()).toMatch(/^<html>/);
});

test.each<[FaultRequest['fault'], string | null]>([
  [{ kind: 'timeout', effect: 'before', hangMs: 20 }, '1500.00'],
  [{ kind: 'timeout', effect: 'after', hangMs: 20 }, '7'],
  [{ kind: 'dropped-connection', effect: 'before' }, '1500.00'],
  [{ kind: 'dropped-connection', effect: 'after' }, '7'],
])('cuts the connection with %j and leaves an amount of %s', async (fault, left) => {
  const { remove } = portal.faults.add({ fault, when: { method: 'PATCH' } });
  await expect(edit('7')).rejects.toThrow('fetch failed');
  remove();
  expect(await amount()).toBe(left);
});

test('hangs until the client gives up', async () => {
  portal.faults.add({ fault: { kind: 'timeout' } });
  const given = fetch(`${portal.origin}${deal}`, { signal: AbortSignal.timeout(50) });
  await expect(given).rejects.toThrow('timeout');
});

test.each<[FaultRequest['fault'], string | null]>([
  [{ kind: 'gateway-error', status: 504, effect: 'after' }, '7'],
  [{ kind: 'server-error', effect: 'after' }, '7'],
])('%j tells nothing of the effect that it hides', async (fault, left) => {
  const { remove } = portal.faults.add({ fault });
  expect((await edit('7')).status).toBeGreaterThanOrEqual(500);
  remove();
  expect(await amount()).toBe(left);
});

test('strikes the calls that it names, by method and path in any spelling', async () => {
  portal.faults.add({
    fault: { kind: 'locked' },
    when: { method: 'POST', path: 'batch/update', calls: [2, 3] },
  });
  const update = (path: string) =>
    portal.call('POST', path, { inputs: [{ id: '7891023', properties: { amount: '1' } }] });
  const statuses = [];
  for (let asked = 0; asked < 4; asked += 1) {
    await read();
    const path =
      asked % 2 === 0 ? '/crm/v3/objects/deals/batch/update' : '/crm/objects/2026-09/0-3/batch/update';
    statuses.push((await update(path)).status);
  }
  expect(statuses).toEqual([200, 423, 423, 200]);
  expect(portal.faults.list()).toMatchObject([{ matched: 4, struck: 2 }]);
});

test('strikes every so many calls, and so often at most', async () => {
  portal.faults.add({ fault: { kind: 'locked' }, when: { every: 2, times: 2 } });
  const statuses = [];
  for (let asked = 0; asked < 7; asked += 1) statuses.push((await read()).status);
  expect(statuses).toEqual([200, 423, 200, 423, 200, 200, 200]);
});

test('strikes a share of the calls, the same ones for the same seed', async () => {
  const strikes = async (randomSeed: number) => {
    const other = await startTinyPortal({ randomSeed });
    other.faults.add({ fault: { kind: 'server-error' }, when: { rate: 0.2 } });
    const struck = [];
    for (let asked = 0; asked < 100; asked += 1) struck.push((await other.call('GET', deal)).status === 500);
    await other.stop();
    return struck;
  };
  const first = await strikes(7);
  expect(first.filter(Boolean).length).toBeGreaterThan(8);
  expect(first.filter(Boolean).length).toBeLessThan(35);
  expect(await strikes(7)).toEqual(first);
  expect(await strikes(8)).not.toEqual(first);
});

test('several stand side by side; the first that strikes decides', async () => {
  portal.faults.add({ fault: { kind: 'locked' }, when: { calls: 2 } });
  portal.faults.add({ fault: { kind: 'server-error' }, when: { calls: [2, 3] } });
  const statuses = [];
  for (let asked = 0; asked < 4; asked += 1) statuses.push((await read()).status);
  expect(statuses).toEqual([200, 423, 500, 200]);
});

test('the token endpoint can fail, the page and its levers cannot', async () => {
  portal.faults.add({ fault: { kind: 'gateway-error' } });
  const token = await fetch(`${portal.origin}/oauth/2026-09/token`, { method: 'POST' });
  const session = await fetch(`${portal.origin}/sandbox/api/session`);
  expect([token.status, session.status]).toEqual([502, 200]);
});
