import { firmSeed } from './firm-seed.ts';
import { request, startTinyPortal, type TinyPortal } from './start-tiny-portal.ts';

let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal({ seed: () => firmSeed });
});
afterEach(() => portal.stop());

const deal = '/crm/objects/2026-09/deals/7891023';
const changes = () =>
  portal.stateChanges.after(0).map(({ kind, objectType, objectId, name, before, after, source }) => ({
    ...{ kind, objectType, objectId, name },
    ...{ before, after, source },
  }));
const admin = { type: 'CRM_UI', id: 'userId:9586505' };
const app = { type: 'INTEGRATION', id: '1160452' };

test('every change of stored state is told once, in order; a value that stays leaves none', async () => {
  await portal.call('PATCH', deal, { properties: { amount: '7', dealstage: 'appointmentscheduled' } });
  await portal.call('PATCH', deal, { properties: { amount: '7' } });
  await portal.call('PATCH', deal, { properties: { amount: 'many' } });
  portal.admin.edit({ id: '7891023', properties: { amount: '8' } });
  portal.admin.archive({ id: '7891023' });
  portal.admin.restore({ id: '7891023' });
  portal.admin.merge({ primaryId: '7891025', mergedId: '7891026' });
  portal.admin.privacyDelete({ id: '7891027' });
  const about = (objectId: string) => ({ objectType: '0-3', objectId });
  const value = (name: string, before: string | null, after: string | null) => ({
    kind: 'value changed',
    name,
    before,
    after,
  });
  const record = (kind: string, after: unknown = null) => ({ kind, name: null, before: null, after });
  expect(changes()).toEqual([
    { ...about('7891023'), ...value('amount', '1500.00', '7'), source: app },
    { ...about('7891023'), ...value('amount', '7', '8'), source: admin },
    { ...about('7891023'), ...record('record archived'), source: admin },
    { ...about('7891023'), ...record('record restored'), source: admin },
    { ...about('7891026'), ...record('record absorbed'), source: admin },
    { ...about('7891025'), ...record('record merged', ['7891026']), source: admin },
    { ...about('7891025'), ...value('amount', null, '1500.00'), source: admin },
    { ...about('7891025'), ...value('hs_manual_forecast_category', null, 'COMMIT'), source: admin },
    { ...about('7891025'), ...value('hubspot_owner_id', null, '41629781'), source: admin },
    { ...about('7891027'), ...record('record purged'), source: admin },
  ]);
  expect(portal.stateChanges.after(0).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(portal.stateChanges.after(8).map(({ seq }) => seq)).toEqual([9, 10]);
});

test('a new record tells its values, and what is not a record is told as well', async () => {
  const created = await portal.call('POST', '/crm/objects/2026-09/companies', {
    properties: { name: 'Fjord' },
  });
  await portal.call(
    'PUT',
    `/crm/objects/2026-09/contacts/203/associations/default/companies/${created.body.id}`,
  );
  await portal.call('POST', '/crm/properties/2026-09/deals/groups', { name: 'ours', label: 'Ours' });
  await portal.call('POST', '/crm/properties/2026-09/deals', {
    name: 'our_text',
    label: 'Our text',
    type: 'string',
    fieldType: 'text',
    groupName: 'ours',
  });
  portal.admin.deleteProperty({ name: 'our_text' });
  expect(changes().map(({ kind, objectId, name }) => [kind, objectId, name])).toEqual([
    ['record created', created.body.id, null],
    ['value changed', created.body.id, 'name'],
    ['association added', '203', `0-2 ${created.body.id}`],
    ['association added', created.body.id, '0-1 203'],
    ['group created', null, 'ours'],
    ['property created', null, 'our_text'],
    ['property deleted', null, 'our_text'],
  ]);
});

test('only the last changes are kept, and all are counted', async () => {
  await portal.stop();
  portal = await startTinyPortal({ rememberedChanges: 3 });
  for (let amount = 1; amount <= 8; amount += 1) {
    portal.admin.edit({ id: '7891023', properties: { amount } });
  }
  expect(portal.stateChanges.count).toBe(8);
  const kept = portal.stateChanges.after(0);
  expect(kept.length).toBeLessThanOrEqual(6);
  expect(kept.at(-1)).toMatchObject({ seq: 8, before: '7', after: '8' });
  expect(portal.stateChanges.after(7).map(({ seq }) => seq)).toEqual([8]);
});

test('an admin deletes our property: writes to it fail, and made again it has its values', async () => {
  const define = {
    name: 'our_text',
    label: 'Our text',
    type: 'string',
    fieldType: 'text',
    groupName: 'dealinformation',
  };
  await portal.call('POST', '/crm/properties/2026-09/deals', define);
  await portal.call('PATCH', deal, { properties: { our_text: 'kept' } });
  portal.admin.deleteProperty({ name: 'our_text' });
  const refused = await portal.call('PATCH', deal, { properties: { our_text: 'new' } });
  expect([refused.status, refused.body.errors[0]?.code]).toEqual([400, 'PROPERTY_DOESNT_EXIST']);
  await portal.call('POST', '/crm/properties/2026-09/deals', define);
  expect((await portal.call('GET', `${deal}?properties=our_text`)).body.properties['our_text']).toBe('kept');
  expect(() => portal.admin.deleteProperty({ name: 'amount' })).toThrow('is defined by HubSpot');
});

test('an admin renames a property and its options', async () => {
  portal.admin.changeProperty({
    name: 'dealtype',
    label: 'Kind',
    options: [{ value: 'newbusiness', label: 'Brand new' }],
  });
  const { body } = await portal.call('GET', '/crm/properties/2026-09/deals/dealtype');
  expect([body.label, body.options.map(({ label }) => label)]).toEqual(['Kind', ['Brand new']]);
});

test('an admin adds a stage, and cannot remove one that a deal is in', async () => {
  const stages = [
    { id: 'due', label: 'Due', probability: '0.5' },
    { id: 'talks', label: 'In talks', probability: '0.7' },
    { id: 'renewed', label: 'Renewed', probability: '1' },
  ];
  portal.admin.putPipeline({ id: 'renewals', label: 'Renewals', stages });
  const moved = await portal.call('PATCH', '/crm/objects/2026-09/deals/7891027?properties=x', {
    properties: { dealstage: 'talks' },
  });
  expect(moved.status).toBe(200);
  const { body } = await portal.call(
    'GET',
    '/crm/objects/2026-09/deals/7891027?properties=hs_deal_stage_probability,hs_v2_date_entered_talks',
  );
  expect(body.properties).toMatchObject({
    hs_deal_stage_probability: '0.7',
    hs_v2_date_entered_talks: '2026-11-24T10:00:00Z',
  });
  expect(() =>
    portal.admin.putPipeline({
      id: 'renewals',
      label: 'Renewals',
      stages: stages.filter(({ id }) => id !== 'talks'),
    }),
  ).toThrow('STAGE_ID_IN_USE');
  expect(() => portal.admin.deletePipeline({ id: 'default' })).toThrow('STAGE_ID_IN_USE');
});

test('somebody who leaves is listed among the archived owners only', async () => {
  portal.admin.changePerson({ ownerId: '41629779', archived: true });
  expect((await portal.call('GET', '/crm/owners/2026-09/41629779')).status).toBe(404);
  const { body } = await portal.call('GET', '/crm/owners/2026-09/41629779?archived=true');
  expect(body['userId']).toBeNull();
});

const refresh = () =>
  fetch(`${portal.origin}/oauth/2026-09/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      client_id: portal.app.clientId,
      client_secret: portal.app.clientSecret,
      refresh_token: portal.tokens.refresh_token,
    }),
  });

test.each([
  ['expireTokens', 'EXPIRED_AUTHENTICATION', 200],
  ['revokeTokens', 'INVALID_AUTHENTICATION', 200],
  ['uninstall', 'INVALID_AUTHENTICATION', 400],
] as const)('after %s a call is answered %s and a refresh %i', async (lever, category, refreshed) => {
  portal.admin[lever]({});
  const refused = await portal.call('GET', deal);
  expect([refused.status, refused.body.category]).toEqual([401, category]);
  expect((await refresh()).status).toBe(refreshed);
});

test('withdrawn scopes are missed by calls, also after a refresh', async () => {
  portal.admin.withdrawScopes({ scopes: ['crm.objects.goals.read'] });
  const refused = await portal.call('GET', '/crm/objects/2026-09/goal_targets');
  expect([refused.status, refused.body.category]).toEqual([403, 'MISSING_SCOPES']);
  const { scopes } = (await (await refresh()).json()) as { scopes: string[] };
  expect(scopes).not.toContain('crm.objects.goals.read');
  expect((await portal.call('GET', deal)).status).toBe(200);
});

test('people have properties of ours as well', async () => {
  const define = {
    name: 'our_share',
    label: 'Our share',
    type: 'number',
    fieldType: 'number',
    groupName: 'user_information',
  };
  expect((await portal.call('POST', '/crm/properties/2026-09/user', define)).status).toBe(201);
  const users = '/crm/objects/2026-09/users';
  const { body } = await portal.call('GET', users);
  const id = body.results[0]?.id ?? '';
  await portal.call('POST', `${users}/batch/update`, { inputs: [{ id, properties: { our_share: '71' } }] });
  const read = await portal.call('GET', `${users}/${id}?properties=our_share,hs_email`);
  expect(read.body.properties).toMatchObject({ our_share: '71', hs_email: 'ana@example.com' });
});

describe('from another process', () => {
  const api = () => `${portal.origin}/sandbox/api`;
  const post = (path: string, body: unknown) => request(`${api()}${path}`, { method: 'POST', body });

  test('faults are added, listed and removed', async () => {
    const added = await post('/faults', { fault: { kind: 'locked' }, when: { path: '/deals', times: 1 } });
    expect((await portal.call('GET', deal)).status).toBe(423);
    const listed = await request(`${api()}/faults`);
    expect(listed.body['faults']).toMatchObject([
      { id: added.body.id, fault: { kind: 'locked' }, struck: 1 },
    ]);
    expect((await request(`${api()}/faults/${added.body.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await request(`${api()}/faults`)).body['faults']).toEqual([]);
  });

  test.each([
    ['/faults', { fault: { kind: 'gremlin' } }],
    ['/faults', { fault: { kind: 'locked' }, when: { rate: 2 } }],
    ['/admin/edit', { id: '99', properties: {} }],
    ['/admin/edit', { id: '7891023', properties: { amount: 'many' } }],
    ['/admin/merge', { primaryId: '7891023', mergedId: '7891023' }],
    ['/admin/restore', { type: 'gremlins', id: '1' }],
  ])('%s with %j is refused in words', async (path, body) => {
    const refused = await post(path, body);
    expect(refused.status).toBe(400);
    expect(refused.body.message).toMatch(/\w+ \w+/);
  });

  test('levers are pulled, and what changed is read on from where one stopped', async () => {
    expect((await post('/admin/edit', { id: '7891023', properties: { amount: 5 } })).body.id).toBe('7891023');
    expect((await post('/admin/archive', { id: '7891023' })).status).toBe(204);
    expect((await post('/admin/toString', {})).status).toBe(404);
    const { body } = await request(`${api()}/state-changes?after=1`);
    expect(body).toMatchObject({
      count: 2,
      changes: [{ seq: 2, kind: 'record archived', objectId: '7891023' }],
    });
  });
});
