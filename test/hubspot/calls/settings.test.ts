import {
  collectPages,
  createProperty,
  createPropertyGroup,
  listCurrentExchangeRates,
  listDealPipelines,
  listOwners,
  listProperties,
  listTeamParents,
  listTeams,
  listUsers,
  readCompanyCurrency,
  updateProperty,
} from '../../../src/hubspot/index.ts';
import { failureOf, openTestPortal, valueOf, watchWire } from '../open-test-portal.ts';

watchWire();

const at = '2026-10-01T09:12:33.120Z';

it('reads currencies, with rates as decimals', async () => {
  const { session, http } = openTestPortal();
  const root = '/settings/currencies/2026-09';
  http.get(`${root}/company-currency`).reply(200, { id: 'EUR', createdAt: at });
  const rate = {
    id: '1',
    fromCurrencyCode: 'USD',
    toCurrencyCode: 'EUR',
    conversionRate: 0.1,
    effectiveAt: at,
  };
  http.get(`${root}/exchange-rates/current`).reply(200, { results: [{ ...rate, visibleInUI: true }] });
  expect(valueOf(await readCompanyCurrency(session))).toBe('EUR');
  expect(valueOf(await listCurrentExchangeRates(session))).toEqual([
    { fromCurrencyCode: 'USD', toCurrencyCode: 'EUR', conversionRate: '0.1', effectiveAt: at },
  ]);
});

describe('people', () => {
  it('keeps the user id of an owner who was deactivated', async () => {
    const { session, http } = openTestPortal();
    const results = [
      {
        id: '41629779',
        email: 'ana.ruiz@example.com',
        firstName: 'Ana',
        lastName: 'Ruiz',
        type: 'PERSON',
        userId: null,
        userIdIncludingInactive: 9586504,
        archived: true,
        createdAt: at,
        updatedAt: at,
        teams: [{ id: '178588', name: 'Sales', primary: true }],
      },
    ];
    http.get('/crm/owners/2026-09').query({ limit: '100', archived: 'true' }).reply(200, { results });
    expect(valueOf(await collectPages(listOwners(session, { archived: true })))).toEqual([
      {
        id: '41629779',
        email: 'ana.ruiz@example.com',
        firstName: 'Ana',
        lastName: 'Ruiz',
        type: 'PERSON',
        archived: true,
        userId: '9586504',
        teams: [{ id: '178588', name: 'Sales', primary: true }],
      },
    ]);
  });

  it('reads users, whichever way their rank is written', async () => {
    const { session, http } = openTestPortal();
    const user = (id: string, rank: object) => ({ id, email: `${id}@example.com`, roleIds: [], ...rank });
    const results = [user('1', { superAdmin: true }), user('2', { superAdmin: 'false' }), user('3', {})];
    http.get('/settings/users/2026-03').query({ limit: '100' }).reply(200, { results });
    const users = valueOf(await collectPages(listUsers(session)));
    expect(users.map(({ superAdmin }) => superAdmin)).toEqual([true, false, false]);
    expect(users[0]).toMatchObject({ firstName: null, primaryTeamId: null, secondaryTeamIds: [] });
  });

  it('reads teams with their members', async () => {
    const { session, http } = openTestPortal();
    const team = { id: '7', name: 'North', userIds: ['1'], secondaryUserIds: ['2'] };
    http.get('/settings/users/2026-03/teams').reply(200, { results: [team] });
    expect(valueOf(await listTeams(session))).toEqual([team]);
  });

  const parents = '/settings/teams/2026-09-beta';

  it('reads which team stands under which', async () => {
    const { session, http } = openTestPortal();
    const results = [
      { id: '7', name: 'North', parentTeamId: 1 },
      { id: '1', name: 'All' },
    ];
    http.get(parents).query(true).reply(200, { results });
    expect(valueOf(await listTeamParents(session))).toEqual([
      { id: '7', parentTeamId: '1' },
      { id: '1', parentTeamId: null },
    ]);
  });

  it.each([
    [403, { message: 'no' }],
    [403, { message: 'no', category: 'MISSING_SCOPES' }],
    [404, '<html>'],
  ])('does without where the portal answers %i %j', async (status, body) => {
    const { session, http } = openTestPortal();
    http.get(parents).query(true).reply(status, body);
    expect(await listTeamParents(session)).toEqual({ ok: true, value: 'unavailable' });
  });

  it('does not take any other failure for an absence', async () => {
    const { session, http } = openTestPortal();
    http.get(parents).query(true).reply(400, { message: 'bad' });
    expect(failureOf(await listTeamParents(session)).code).toBe('rejected');
  });
});

it('reads pipelines and which of their stages are closed', async () => {
  const { session, http } = openTestPortal();
  const stage = (id: string, metadata: object) => ({
    id,
    label: id,
    displayOrder: 0,
    metadata,
    writePermissions: 'CRM_PERMISSIONS_ENFORCEMENT',
    archived: false,
    createdAt: at,
    updatedAt: at,
  });
  const stages = [
    stage('contractsent', { isClosed: 'false', probability: '0.9' }),
    stage('closedwon', { isClosed: 'true', probability: '1.0' }),
    stage('lost', { probability: '0.0' }),
  ];
  const results = [{ id: 'default', label: 'Sales', displayOrder: 0, archived: false, stages }];
  http.get('/crm/pipelines/2026-09/deals').reply(200, { results });
  const [pipeline] = valueOf(await listDealPipelines(session));
  expect(pipeline?.stages.map(({ id, probability, isClosed }) => [id, probability, isClosed])).toEqual([
    ['contractsent', '0.9', false],
    ['closedwon', '1.0', true],
    ['lost', '0.0', true],
  ]);
});

describe('properties', () => {
  const path = '/crm/properties/2026-09/deals';
  const definition = {
    name: 'sideline_gap',
    label: 'Gap to quota',
    description: 'What is missing to the quota',
    groupName: 'sideline',
    type: 'number',
    fieldType: 'number',
  };
  const taken = {
    status: 'error',
    message: 'A property named "sideline_gap" already exists',
    category: 'OBJECT_ALREADY_EXISTS',
    subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
  };
  const parsed = { ...definition, options: [], calculated: false, archived: false };

  it('lists them', async () => {
    const { session, http } = openTestPortal();
    const modificationMetadata = { archivable: true, readOnlyDefinition: false, readOnlyValue: true };
    http.get(path).reply(200, { results: [{ ...definition, modificationMetadata }] });
    expect(valueOf(await listProperties(session, 'deals'))).toEqual([
      { ...parsed, modificationMetadata: { readOnlyValue: true } },
    ]);
  });

  it('creates one, and finds one that is there', async () => {
    const { session, http } = openTestPortal();
    http.post(path, definition).reply(201, definition).post(path, definition).reply(409, taken);
    expect(await createProperty(session, 'deals', definition)).toEqual({ ok: true, value: parsed });
    expect(await createProperty(session, 'deals', definition)).toEqual({ ok: true, value: 'exists' });
  });

  it('creates one again after an answer that got lost', async () => {
    const { session, http } = openTestPortal();
    http.post(path).reply(502, '<html>').post(path).reply(409, taken);
    expect(await createProperty(session, 'deals', definition)).toEqual({ ok: true, value: 'exists' });
  });

  it('changes one, without its name', async () => {
    const { session, http } = openTestPortal();
    http.patch(`${path}/sideline_gap`, { label: 'Gap' }).reply(200, { ...definition, label: 'Gap' });
    const changed = valueOf(await updateProperty(session, 'deals', { name: 'sideline_gap', label: 'Gap' }));
    expect(changed.label).toBe('Gap');
  });

  it('creates a group, and finds one that is there', async () => {
    const { session, http } = openTestPortal();
    const group = { name: 'sideline', label: 'Sideline' };
    const sent = { ...group, displayOrder: -1 };
    http.post(`${path}/groups`, sent).reply(201, { ...sent, archived: false });
    http.post(`${path}/groups`, sent).reply(409, taken);
    expect(await createPropertyGroup(session, 'deals', group)).toEqual({ ok: true, value: group });
    expect(await createPropertyGroup(session, 'deals', group)).toEqual({ ok: true, value: 'exists' });
  });
});
