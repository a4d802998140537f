import { documented } from './documented-answers.ts';
import { firmSeed } from './firm-seed.ts';
import { shapeOf } from './shape-of.ts';
import { form, install, request, startTinyPortal, tinyApp, type TinyPortal } from './start-tiny-portal.ts';

let portal: TinyPortal;

beforeEach(async () => {
  portal = await startTinyPortal();
});
afterEach(() => portal.stop());

const looksLike = (answer: unknown, example: unknown) => expect(shapeOf(answer)).toEqual(shapeOf(example));

test.each([
  '/crm/objects/2026-09/deals/7891023',
  '/crm/objects/2026-03/0-3/7891023',
  '/crm/v3/objects/DEAL/7891023',
])('a deal at %s, and all that is asked for by default', async (path) => {
  const { status, body } = await portal.call('GET', path);
  expect(status).toBe(200);
  looksLike(body, documented.deal);
  expect(body.properties).toEqual({
    ...documented.deal.properties,
    dealstage: 'appointmentscheduled',
    hs_lastmodifieddate: '2026-10-01T09:12:33.120Z',
  });
});

test('a version of a property that a person changed', async () => {
  await request(`${portal.origin}/sandbox/api/deals/7891023`, {
    method: 'PATCH',
    body: { userId: 9586504, properties: { dealstage: 'contractsent' } },
  });
  const { body } = await portal.call(
    'GET',
    '/crm/objects/2026-09/deals/7891023?propertiesWithHistory=dealstage',
  );
  expect(body.propertiesWithHistory['dealstage']).toHaveLength(2);
  looksLike(body.propertiesWithHistory['dealstage']?.[0], documented.version);
});

test('the ties of a record, alone and along with it', async () => {
  await portal.stop();
  portal = await startTinyPortal({ seed: () => firmSeed });
  const alone = await portal.call('GET', '/crm/objects/2026-09/deals/7891023/associations/companies');
  expect(alone.body).toEqual(documented.associations);
  const along = await portal.call('GET', '/crm/objects/2026-09/deals/7891023?associations=companies');
  expect(along.body['associations']).toEqual(documented.inlineAssociations);
});

test('what the rules of an admin refuse', async () => {
  const contacts = '/crm/objects/2026-09/contacts';
  const when = { property: 'country', values: ['Germany'] };
  const rule = portal.admin.requireProperty({ type: 'contacts', property: 'state', when });
  const create = (properties: object) => portal.call('POST', contacts, { properties });
  const { body } = await create({ country: 'Germany' });
  looksLike(body, documented.conditionalRequired);
  expect(body.errors[0]?.message).toBe(
    documented.conditionalRequired.errors[0]?.message.replace('my_property', 'state'),
  );
  portal.admin.dropRule({ type: 'contacts', ...rule });
  portal.admin.requireProperty({ type: 'contacts', property: 'firstname' });
  const refused = await create({ lastname: 'Dahl' });
  expect({ ...refused.body, correlationId: '…' }).toEqual(documented.createRequired);
});

test('a contact that is there already', async () => {
  const properties = { email: 'rosa.dahl@acme.example' };
  const first = await portal.call('POST', '/crm/objects/2026-09/contacts', { properties });
  const { status, body } = await portal.call('POST', '/crm/objects/2026-09/contacts', { properties });
  expect(status).toBe(409);
  expect({ ...body, correlationId: '…' }).toEqual({
    ...documented.conflict,
    message: documented.conflict.message.replace('123', first.body.id),
  });
});

test('a record that is not there', async () => {
  const { status, body, headers } = await portal.call('GET', '/crm/objects/2026-09/deals/1');
  expect(status).toBe(404);
  looksLike(body, documented.notFound);
  expect(headers.get('x-hubspot-correlation-id')).toBe(body.correlationId);
});

test('an id that is no number', async () => {
  const { body } = await portal.call('GET', '/crm/objects/2026-09/deals/acme');
  expect(body).toMatchObject({
    message: 'Object not found.  objectId are usually numeric.',
    category: 'OBJECT_NOT_FOUND',
    context: { id: ['acme'] },
  });
});

test('a property that does not exist', async () => {
  const { status, body } = await portal.call('PATCH', '/crm/objects/2026-09/deals/7891023', {
    properties: { foo: '1' },
  });
  expect(status).toBe(400);
  looksLike(body, documented.invalidProperty);
  const detail = JSON.parse(body.message.replace('Property values were not valid: ', ''));
  expect(detail).toEqual([documented.invalidPropertyDetail]);
});

test('a batch with a row that failed', async () => {
  const { status, body } = await portal.call('POST', '/crm/objects/2026-09/deals/batch/read', {
    inputs: [{ id: '7891023' }, { id: '999' }],
  });
  expect(status).toBe(207);
  looksLike({ ...body, results: [{ id: body.results[0]!.id }] }, documented.partialBatch);
  expect(body.errors).toEqual(documented.partialBatch.errors);
});

test('deal splits', async () => {
  const { body } = await portal.call('POST', '/deal-splits/2026-09/batch/read', {
    inputs: [{ id: '7891024' }],
  });
  looksLike(body, documented.splits);
});

test('an owner', async () => {
  const { body } = await portal.call('GET', '/crm/owners/2026-09/41629779');
  expect(body).toEqual(documented.owner);
});

test('a user and the teams', async () => {
  const user = await portal.call('GET', '/settings/users/2026-03/9586504');
  expect(user.body).toEqual(documented.user);
  const teams = await portal.call('GET', '/settings/users/2026-03/teams');
  looksLike({ results: teams.body.results.slice(1) }, documented.teams);
  const tree = await portal.call('GET', '/settings/teams/2026-09-beta');
  expect(tree.body.results).toEqual([
    { id: '178500', name: 'All sales' },
    { id: '178588', name: 'Sales', parentTeamId: '178500' },
  ]);
});

test('the account', async () => {
  const { body } = await portal.call('GET', '/account-info/2026-09/details');
  looksLike(body, documented.account);
  expect(body).toMatchObject({ portalId: 62515, utcOffset: '+01:00', utcOffsetMilliseconds: 3_600_000 });
});

test('the company currency', async () => {
  const { body } = await portal.call('GET', '/settings/currencies/2026-09/company-currency');
  expect(body).toEqual(documented.companyCurrency);
});

test('exchange rates in effect', async () => {
  const { body } = await portal.call('GET', '/settings/currencies/2026-09/exchange-rates/current');
  looksLike(body, { results: [documented.exchangeRate] });
  expect(body.results).toHaveLength(1);
  expect(body.results[0]!.conversionRate).toBe(0.8);
});

test('a pipeline', async () => {
  const { body } = await portal.call('GET', '/crm/pipelines/2026-09/deals/default');
  looksLike(body, documented.pipeline);
});

test('tokens, and a refresh token that is not one', async () => {
  looksLike(await install(portal), documented.token);
  const { status, body } = await form(`${portal.origin}/oauth/2026-09/token`, {
    grant_type: 'refresh_token',
    client_id: tinyApp.clientId,
    client_secret: tinyApp.clientSecret,
    refresh_token: 'r',
  });
  expect(status).toBe(400);
  expect({ ...body, correlationId: 'c' }).toEqual(documented.badRefreshToken);
});

test('no credentials', async () => {
  const { status, body } = await request(`${portal.origin}/crm/owners/2026-09`);
  expect(status).toBe(401);
  looksLike(body, documented.unauthenticated);
});

test('a scope that was not granted', async () => {
  const { access_token } = await install(portal, { optional: [] });
  const { status, body } = await request(`${portal.origin}/crm/objects/2026-09/goal_targets`, {
    headers: { Authorization: `Bearer ${access_token}` },
  });
  expect(status).toBe(403);
  looksLike(body, documented.missingScopes);
  expect(body.errors).toEqual(documented.missingScopes.errors);
});

test('a limit that is reached', async () => {
  const calls = Array.from({ length: 111 }, () => portal.call('GET', '/crm/owners/2026-09/41629779'));
  const refused = (await Promise.all(calls)).find(({ status }) => status === 429);
  looksLike(refused?.body, documented.tooMany);
});
