/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the client declares its plain inputs as classes */
import { AssociationTypes, Client } from '@hubspot/api-client';
import { AssociationSpecAssociationCategoryEnum } from '@hubspot/api-client/lib/codegen/crm/objects/tasks/models/AssociationSpec.js';
import type { PublicObjectSearchRequest } from '@hubspot/api-client/lib/codegen/crm/deals/index.js';
import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties/models/PropertyCreate.js';
import { redirectUri, startTinyPortal, tinyApp, type TinyPortal } from './start-tiny-portal.ts';

// HubSpot's own client, with its typed methods on the legacy paths, is the independent witness that the portal speaks
// HubSpot's language.
let portal: TinyPortal;
let client: Client;

beforeEach(async () => {
  portal = await startTinyPortal();
  client = new Client({ accessToken: portal.tokens.access_token, basePath: portal.origin });
});
afterEach(() => portal.stop());

test('lists deals page by page', async () => {
  const first = await client.crm.deals.basicApi.getPage(3);
  expect(first.results.map(({ id }) => id)).toEqual(['7891023', '7891024', '7891025']);
  const second = await client.crm.deals.basicApi.getPage(3, first.paging?.next?.after);
  expect(second.results.map(({ id }) => id)).toEqual(['7891026', '7891027']);
  expect(second.paging).toBeUndefined();
});

test('collects all deals', async () => {
  expect(await client.crm.deals.getAll(2)).toHaveLength(5);
});

test('reads one deal with history', async () => {
  const deal = await client.crm.deals.basicApi.getById('7891024', ['amount'], ['dealstage']);
  expect(deal.properties['amount']).toBe('1000');
  expect(deal.createdAt).toEqual(new Date('2026-10-02T09:00:00Z'));
  expect(deal.propertiesWithHistory?.['dealstage']?.map(({ value }) => value)).toEqual([
    'closedwon',
    'contractsent',
    'appointmentscheduled',
  ]);
});

test('creates, updates and archives a deal', async () => {
  const created = await client.crm.deals.basicApi.create({
    properties: { dealname: 'Fjord', dealstage: 'contractsent' },
    associations: [],
  });
  const updated = await client.crm.deals.basicApi.update(created.id, { properties: { amount: '10.50' } });
  expect(updated.properties).toMatchObject({ amount: '10.50', dealname: 'Fjord', pipeline: 'default' });
  await client.crm.deals.basicApi.archive(created.id);
  await expect(client.crm.deals.basicApi.getById(created.id)).rejects.toMatchObject({ code: 404 });
});

test('searches', async () => {
  const found = await client.crm.deals.searchApi.doSearch({
    filterGroups: [{ filters: [{ propertyName: 'hs_is_closed_won', operator: 'EQ', value: 'true' }] }],
    sorts: ['-amount'],
    properties: ['amount'],
    limit: 10,
    after: '0',
  } as unknown as PublicObjectSearchRequest);
  expect(found.total).toBe(1);
  expect(found.results[0]?.properties['amount']).toBe('1000');
});

test('reads a batch of which one id is gone: 207 with the row that failed', async () => {
  const batch = await client.crm.deals.batchApi.read({
    inputs: [{ id: '7891023' }, { id: '999' }],
    properties: ['dealname'],
    propertiesWithHistory: [],
  });
  expect(batch.results.map(({ properties }) => properties['dealname'])).toEqual(['Acme']);
  expect('numErrors' in batch && batch.numErrors).toBe(1);
  expect('errors' in batch && batch.errors[0]?.context).toEqual({ ids: ['999'] });
});

test('updates a batch of which one row is refused', async () => {
  const batch = await client.crm.deals.batchApi.update({
    inputs: [
      { id: '7891023', properties: { amount: '2000' } },
      { id: '7891024', properties: { hs_is_closed: 'false' } },
    ],
  });
  expect(batch.results.map(({ id }) => id)).toEqual(['7891023']);
  expect('errors' in batch && batch.errors[0]?.errors[0]?.code).toBe('READ_ONLY_VALUE');
});

test('makes tasks on a deal, finds them from it, and completes and archives them', async () => {
  const { taskToDeal } = AssociationTypes;
  const onAcme = {
    to: { id: '7891023' },
    types: [
      {
        associationCategory: AssociationSpecAssociationCategoryEnum.HubspotDefined,
        associationTypeId: taskToDeal,
      },
    ],
  };
  const { tasks } = client.crm.objects;
  const properties = (hs_task_subject: string) => ({ hs_task_subject, hs_timestamp: '2026-11-27T09:00:00Z' });
  const one = await tasks.basicApi.create({ properties: properties('Call'), associations: [onAcme] });
  const more = await tasks.batchApi.create({
    inputs: [{ properties: properties('Write'), associations: [onAcme] }],
  });
  const ids = [one.id, ...more.results.map(({ id }) => id)];
  const found = await client.crm.associations.v4.basicApi.getPage('deals', '7891023', 'tasks');
  expect(found.results.map(({ toObjectId }) => toObjectId)).toEqual(ids);
  await tasks.batchApi.update({ inputs: [{ id: one.id, properties: { hs_task_status: 'COMPLETED' } }] });
  const read = await tasks.batchApi.read({
    inputs: ids.map((id) => ({ id })),
    properties: ['hs_task_subject', 'hs_task_status'],
    propertiesWithHistory: [],
  });
  expect(
    read.results.map(({ properties: shown }) => [shown['hs_task_subject'], shown['hs_task_status']]),
  ).toEqual([
    ['Call', 'COMPLETED'],
    ['Write', 'NOT_STARTED'],
  ]);
  await tasks.batchApi.archive({ inputs: ids.map((id) => ({ id })) });
  expect((await tasks.basicApi.getPage()).results).toEqual([]);
  expect(
    (await tasks.basicApi.getById(one.id, ['hs_task_subject'], undefined, undefined, true)).archived,
  ).toBe(true);
});

test('reads owners, archived ones too', async () => {
  const active = await client.crm.owners.ownersApi.getPage();
  expect(active.results.map(({ firstName }) => firstName)).toEqual(['Ana', 'Maria']);
  const archived = await client.crm.owners.ownersApi.getPage(undefined, undefined, 100, true);
  expect(archived.results.map(({ userIdIncludingInactive }) => userIdIncludingInactive)).toEqual([9586506]);
  const one = await client.crm.owners.ownersApi.getById(41629779);
  expect(one.teams).toMatchObject([{ id: '178588', name: 'Sales', primary: true }]);
});

test('reads pipelines', async () => {
  const { results } = await client.crm.pipelines.pipelinesApi.getAll('deals');
  expect(results.map(({ id }) => id)).toEqual(['default', 'renewals']);
  const closed = results[0]?.stages.filter(({ metadata }) => metadata?.['isClosed'] === 'true');
  expect(closed?.map(({ id, metadata }) => [id, metadata?.['probability']])).toEqual([
    ['closedwon', '1.0'],
    ['closedlost', '0.0'],
  ]);
});

test('makes a group and a property in it, and takes them away again', async () => {
  await client.crm.properties.groupsApi.create('deals', {
    name: 'sideline',
    label: 'Sideline',
    displayOrder: -1,
  });
  const created = await client.crm.properties.coreApi.create('deals', {
    name: 'sideline_quota',
    label: 'Quota',
    groupName: 'sideline',
    type: PropertyCreateTypeEnum.Number,
    fieldType: PropertyCreateFieldTypeEnum.Number,
  });
  expect(created.modificationMetadata?.readOnlyValue).toBe(false);
  const all = await client.crm.properties.coreApi.getAll('deals');
  expect(all.results.map(({ name }) => name)).toEqual(expect.arrayContaining(['amount', 'sideline_quota']));
  await client.crm.properties.coreApi.archive('deals', 'sideline_quota');
  await client.crm.properties.groupsApi.archive('deals', 'sideline');
  await expect(client.crm.properties.groupsApi.getByName('deals', 'sideline')).rejects.toMatchObject({
    code: 404,
  });
});

test('refreshes its token', async () => {
  const fresh = await new Client({ basePath: portal.origin }).oauth.tokensApi.create(
    'refresh_token',
    undefined,
    redirectUri,
    tinyApp.clientId,
    tinyApp.clientSecret,
    portal.tokens.refresh_token,
  );
  expect(fresh).toMatchObject({
    tokenType: 'bearer',
    expiresIn: 1800,
    refreshToken: portal.tokens.refresh_token,
  });
  client.setAccessToken(fresh.accessToken);
  expect((await client.crm.deals.basicApi.getPage(1)).results).toHaveLength(1);
});

describe('throws its ApiException for', () => {
  const caught = (call: Promise<unknown>) =>
    call.then(
      () => null,
      (error: unknown) => error,
    );

  test('a token that nobody gave out', async () => {
    client.setAccessToken('wrong');
    expect(await caught(client.crm.deals.basicApi.getPage())).toMatchObject({
      code: 401,
      body: { category: 'INVALID_AUTHENTICATION' },
    });
  });

  test('an expired token', async () => {
    portal.realTime.advance(42 * 60_000);
    expect(await caught(client.crm.deals.basicApi.getPage())).toMatchObject({
      code: 401,
      body: {
        category: 'EXPIRED_AUTHENTICATION',
        message: 'The OAuth token used to make this call expired 12 minute(s) ago.',
      },
    });
  });

  test('a scope that was not granted', async () => {
    expect(
      await caught(client.crm.objects.basicApi.create('goal_targets', { properties: {}, associations: [] })),
    ).toMatchObject({
      code: 403,
      body: {
        category: 'MISSING_SCOPES',
        errors: [{ context: { requiredGranularScopes: ['crm.objects.goals.write'] } }],
      },
    });
  });

  test('a record that is not there', async () => {
    expect(await caught(client.crm.deals.basicApi.getById('1'))).toMatchObject({
      code: 404,
      body: { status: 'error', message: 'resource not found' },
    });
  });

  test('a value that cannot be stored', async () => {
    const refused = client.crm.deals.basicApi.update('7891023', { properties: { foo: '1' } });
    expect(await caught(refused)).toMatchObject({
      code: 400,
      body: { category: 'VALIDATION_ERROR', errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] },
    });
  });

  test('a name that is taken', async () => {
    const again = client.crm.properties.groupsApi.create('deals', {
      name: 'dealinformation',
      label: 'Again',
    });
    expect(await caught(again)).toMatchObject({ code: 409, body: { category: 'OBJECT_ALREADY_EXISTS' } });
  });

  test('too many calls', async () => {
    const calls = Array.from({ length: 112 }, () => caught(client.crm.owners.ownersApi.getById(41629779)));
    const refused = (await Promise.all(calls)).filter((outcome) => outcome !== null);
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({ code: 429, body: { policyName: 'TEN_SECONDLY_ROLLING' } });
  });
});
