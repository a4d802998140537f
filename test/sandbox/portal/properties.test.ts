import { startTinyPortal, type TinyPortal } from './start-tiny-portal.ts';

let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal();
  await portal.call('POST', `${path}/groups`, { name: 'sideline', label: 'Sideline' });
});
afterEach(() => portal.stop());

const path = '/crm/properties/2026-09/deals';
const acme = '/crm/objects/2026-09/deals/7891023';
const quota = { name: 'quota', label: 'Quota', groupName: 'sideline', type: 'number', fieldType: 'number' };

test('a new property is there at once and can be written', async () => {
  const created = await portal.call('POST', path, { ...quota, numberDisplayHint: 'percentage' });
  expect(created.status).toBe(201);
  expect((await portal.call('GET', `${path}/quota`)).body).toMatchObject({
    ...quota,
    numberDisplayHint: 'percentage',
    hubspotDefined: false,
    calculated: false,
    archived: false,
  });
  const written = await portal.call('PATCH', acme, { properties: { quota: '5' } });
  expect(written.body.properties.quota).toBe('5');
});

test.each([
  ['an unknown group', { groupName: 'nowhere' }, 400],
  ['a field type that does not go with the type', { fieldType: 'textarea' }, 400],
  ['a name with capitals', { name: 'Quota' }, 400],
  ['a bool without its two options', { type: 'bool', fieldType: 'booleancheckbox' }, 400],
])('refuses %s', async (_what, changes, status) => {
  expect((await portal.call('POST', path, { ...quota, ...changes })).status).toBe(status);
});

test('refuses a name that is taken', async () => {
  await portal.call('POST', path, quota);
  const again = await portal.call('POST', path, quota);
  expect(again.status).toBe(409);
  expect(again.body).toMatchObject({
    category: 'OBJECT_ALREADY_EXISTS',
    subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
  });
});

test('a change replaces the options and keeps what it does not name', async () => {
  const option = (value: string) => ({ value, label: value.toUpperCase() });
  const basis = {
    name: 'basis',
    label: 'Basis',
    groupName: 'sideline',
    type: 'enumeration',
    fieldType: 'select',
  };
  await portal.call('POST', path, {
    ...basis,
    description: 'Whose',
    options: [option('owner'), option('team')],
  });
  const { status, body } = await portal.call('PATCH', `${path}/basis`, { options: [option('team')] });
  expect(status).toBe(200);
  expect(body).toMatchObject({ label: 'Basis', description: 'Whose' });
  expect(body.options.map(({ value }) => value)).toEqual(['team']);
});

test("HubSpot's own definitions can be neither changed nor archived", async () => {
  expect((await portal.call('PATCH', `${path}/amount`, { label: 'Sum' })).status).toBe(400);
  expect((await portal.call('DELETE', `${path}/amount`)).status).toBe(400);
});

test('an archived property is gone, and comes back with its old values', async () => {
  await portal.call('POST', path, quota);
  await portal.call('PATCH', acme, { properties: { quota: '5' } });
  expect((await portal.call('DELETE', `${path}/quota`)).status).toBe(204);
  expect((await portal.call('DELETE', `${path}/quota`)).body.category).toBe('OBJECT_NOT_FOUND');
  expect((await portal.call('GET', `${acme}?properties=quota`)).body.properties).not.toHaveProperty('quota');
  await portal.call('POST', path, { ...quota, label: 'New quota' });
  expect((await portal.call('GET', `${acme}?properties=quota`)).body.properties.quota).toBe('5');
  expect((await portal.call('GET', `${path}/quota`)).body.label).toBe('New quota');
});

test('a group with active properties stays', async () => {
  await portal.call('POST', path, quota);
  const refused = await portal.call('DELETE', `${path}/groups/sideline`);
  expect(refused.status).toBe(400);
  expect(refused.body.message).toContain('GROUP_WITH_ACTIVE_PROPERTIES');
  await portal.call('DELETE', `${path}/quota`);
  expect((await portal.call('DELETE', `${path}/groups/sideline`)).status).toBe(204);
});

test('works in batches', async () => {
  const created = await portal.call('POST', `${path}/batch/create`, {
    inputs: [quota, { ...quota, type: 'x' }],
  });
  expect([created.status, created.body.numErrors]).toEqual([207, 1]);
  const read = await portal.call('POST', `${path}/batch/read`, {
    inputs: [{ name: 'quota' }, { name: 'no' }],
  });
  expect([read.status, read.body.results.length]).toEqual([207, 1]);
  const inputs = [{ name: 'quota' }];
  expect((await portal.call('POST', `${path}/batch/archive`, { inputs })).status).toBe(204);
  expect((await portal.call('GET', `${path}/quota`)).status).toBe(404);
});

test('names a stage of every pipeline, and an entered and an exited date for each', async () => {
  const { body } = await portal.call('GET', path);
  const definition = (name: string) => body.results.find((property) => property.name === name)!;
  expect(definition('dealstage').options.map(({ value }) => value)).toContain('renewed');
  expect(definition('hs_v2_date_entered_renewed').modificationMetadata.readOnlyValue).toBe(true);
  expect(definition('hs_v2_date_exited_due').type).toBe('datetime');
});
