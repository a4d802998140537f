import { startTinyPortal, type TinyPortal } from './start-tiny-portal.ts';

let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal();
});
afterEach(() => portal.stop());

const deals = '/crm/objects/2026-09/deals';
const acme = `${deals}/7891023`;

test('shows what is asked for: unknown names left out, empty ones null, all sorted', async () => {
  const { body } = await portal.call('GET', `${acme}?properties=hs_next_step,foo&properties=amount`);
  expect(Object.entries(body.properties)).toEqual([
    ['amount', '1500.00'],
    ['createdate', '2026-10-01T09:12:33.120Z'],
    ['hs_lastmodifieddate', '2026-10-01T09:12:33.120Z'],
    ['hs_next_step', null],
    ['hs_object_id', '7891023'],
  ]);
});

test('lists ten by default, at most a hundred, fifty with history', async () => {
  const inputs = Array.from({ length: 20 }, () => ({
    properties: { dealname: 'x', dealstage: 'contractsent' },
  }));
  await portal.call('POST', `${deals}/batch/create`, { inputs });
  expect((await portal.call('GET', deals)).body.results).toHaveLength(10);
  expect((await portal.call('GET', `${deals}?limit=100`)).body.results).toHaveLength(25);
  expect((await portal.call('GET', `${deals}?limit=101`)).status).toBe(400);
  expect((await portal.call('GET', `${deals}?limit=51&propertiesWithHistory=amount`)).status).toBe(400);
});

test('a deal created while somebody pages appears at the end', async () => {
  const first = await portal.call('GET', `${deals}?limit=4`);
  const created = await portal.call('POST', deals, {
    properties: { dealname: 'New', dealstage: 'contractsent' },
  });
  const second = await portal.call('GET', `${deals}?limit=4&after=${first.body.paging.next.after}`);
  expect(second.body.results.map(({ id }) => id)).toEqual(['7891027', created.body.id]);
});

test('gives a new deal the default pipeline and the time of the business clock', async () => {
  const { status, body } = await portal.call('POST', deals, {
    properties: { dealname: 'Fjord', dealstage: 'contractsent', amount: 12.5 },
  });
  expect(status).toBe(201);
  expect(body.properties).toMatchObject({
    pipeline: 'default',
    amount: '12.5',
    createdate: '2026-11-24T10:00:00Z',
    hs_object_id: body.id,
  });
});

test('clears a value with an empty text', async () => {
  const { body } = await portal.call('PATCH', acme, { properties: { amount: '' } });
  expect(body.properties.amount).toBeNull();
});

test('keeps old versions, newest first, and says who wrote them', async () => {
  portal.businessTime.advance(60_000);
  await portal.call('PATCH', acme, { properties: { amount: '20' } });
  const { body } = await portal.call('GET', `${acme}?propertiesWithHistory=amount`);
  expect(body.propertiesWithHistory.amount).toEqual([
    {
      value: '20',
      timestamp: '2026-11-24T10:01:00Z',
      sourceType: 'INTEGRATION',
      sourceId: '1160452',
      sourceLabel: 'Sideline',
    },
    expect.objectContaining({ value: '1500.00', sourceType: 'IMPORT' }),
  ]);
});

test.each([
  [{ hs_is_closed: 'true' }, 'READ_ONLY_VALUE'],
  [{ nothing: '1' }, 'PROPERTY_DOESNT_EXIST'],
  [{ dealtype: 'strange' }, 'INVALID_OPTION'],
  [{ deal_currency_code: 'CHF' }, 'INVALID_OPTION'],
  [{ amount: 'much' }, 'INVALID_DOUBLE'],
  [{ closedate: 'soon' }, 'INVALID_DATE'],
  [{ dealstage: 'due' }, 'INVALID_OPTION'],
  [{ pipeline: 'renewals' }, 'INVALID_OPTION'],
  [{ hubspot_owner_id: '1' }, 'INVALID_OWNER_ID'],
])('refuses %j with %s and changes nothing', async (properties, code) => {
  const before = await portal.call('GET', acme);
  const { status, body } = await portal.call('PATCH', acme, {
    properties: { ...properties, dealname: 'Other' },
  });
  expect(status).toBe(400);
  expect(body.errors.map((error) => error.code)).toEqual([code]);
  expect((await portal.call('GET', acme)).body).toEqual(before.body);
});

test('moves a deal to another pipeline when its stage moves along', async () => {
  const { body } = await portal.call('PATCH', acme, {
    properties: { pipeline: 'renewals', dealstage: 'renewed' },
  });
  expect(body.properties).toMatchObject({ pipeline: 'renewals', dealstage: 'renewed' });
});

test("an app's write to a closed stage leaves the close date alone", async () => {
  const { body } = await portal.call('PATCH', acme, { properties: { dealstage: 'closedwon' } });
  expect(body.properties.closedate).toBe('2026-12-31T00:00:00Z');
});

test('an archived deal is found only when asked for', async () => {
  expect((await portal.call('DELETE', acme)).status).toBe(204);
  expect((await portal.call('DELETE', acme)).status).toBe(204);
  expect((await portal.call('GET', acme)).status).toBe(404);
  const archived = await portal.call('GET', `${acme}?archived=true`);
  expect(archived.body).toMatchObject({ archived: true, archivedAt: '2026-11-24T10:00:00Z' });
  expect((await portal.call('GET', `${deals}?archived=true`)).body.results).toHaveLength(1);
  expect((await portal.call('GET', deals)).body.results).toHaveLength(4);
});

test('goals, and users with the ids that HubSpot keeps apart', async () => {
  const goals = await portal.call(
    'GET',
    '/crm/objects/2026-09/goal_targets?properties=hs_target_amount,hs_end_datetime',
  );
  expect(goals.body.results[0]!.properties).toMatchObject({
    hs_target_amount: '5000.00',
    hs_end_datetime: '2026-12-31T23:59:59.999Z',
  });
  const users = await portal.call(
    'GET',
    '/crm/objects/2026-09/users?properties=hs_internal_user_id,hubspot_owner_id',
  );
  const ana = users.body.results[0]!;
  expect(ana.properties).toMatchObject({ hs_internal_user_id: '9586504', hubspot_owner_id: '41629779' });
  expect(new Set([ana.id, '9586504', '41629779']).size).toBe(3);
});

test('an object type that the portal does not know', async () => {
  expect((await portal.call('GET', '/crm/objects/2026-09/boats')).body).toMatchObject({
    status: 'error',
    message: 'Unable to infer object type from: boats',
  });
});

test('a body that is no JSON', async () => {
  const response = await fetch(portal.origin + deals, {
    method: 'POST',
    headers: { Authorization: `Bearer ${portal.tokens.access_token}`, 'Content-Type': 'application/json' },
    body: '{"properties":',
  });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ status: 'error', category: 'VALIDATION_ERROR' });
});
