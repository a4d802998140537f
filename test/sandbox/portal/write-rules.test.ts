import { startTinyPortal, type TinyPortal } from './start-tiny-portal.ts';

let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal();
});
afterEach(() => portal.stop());

const path = (version: string) => `/crm/objects/${version}/deals`;
const update = (id: string, properties: object, version = '2026-09') =>
  portal.call('PATCH', `${path(version)}/${id}`, { properties });

test('a property is required because of another’s value, as documented', async () => {
  portal.admin.requireProperty({
    property: 'closed_lost_reason',
    when: { property: 'dealstage', values: ['closedlost'] },
  });
  const refused = await update('7891023', { dealstage: 'closedlost' });
  expect(refused.status).toBe(400);
  expect(refused.body).toMatchObject({
    status: 'error',
    category: 'VALIDATION_ERROR',
    errors: [
      {
        code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
        message: 'closed_lost_reason is required because of a conditional property rule based on [dealstage]',
        context: { propertyName: ['closed_lost_reason'] },
      },
    ],
  });
  expect((await update('7891023', { dealstage: 'closedlost', closed_lost_reason: 'price' })).status).toBe(
    200,
  );
});

test('the rule meets every later write to such a record, row by row, until it is dropped', async () => {
  const rule = portal.admin.requireProperty({
    property: 'hs_next_step',
    when: { property: 'dealname', values: ['Acme'] },
  });
  const write = (version: string) =>
    portal.call('POST', `${path(version)}/batch/update`, {
      inputs: ['7891023', '7891025'].map((id) => ({ id, properties: { hs_priority: 'low' } })),
    });
  const { status, body } = await write('2026-09');
  expect(status).toBe(207);
  expect(body.results.map(({ id }) => id)).toEqual(['7891025']);
  expect(body.errors).toMatchObject([
    { context: { ids: ['7891023'] }, errors: [{ code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY' }] },
  ]);
  // The older versions do not ask.
  expect((await write('2026-03')).status).toBe(200);
  portal.admin.dropRule(rule);
  expect((await write('2026-09')).status).toBe(200);
});

test('what the create form requires is asked of new records only', async () => {
  portal.admin.requireProperty({ property: 'amount' });
  const create = (version: string) =>
    portal.call('POST', path(version), { properties: { dealname: 'New', dealstage: 'contractsent' } });
  const refused = await create('2026-09');
  expect([refused.status, refused.body.message]).toEqual([400, 'The property values provided are invalid']);
  expect(refused.body.errors).toEqual([
    {
      code: 'MISSING_REQUIRED_PROPERTY',
      message: 'A value for amount must be provided',
      context: { propertyName: ['amount'] },
    },
  ]);
  expect((await create('2026-03')).status).toBe(201);
  expect((await update('7891025', { hs_priority: 'low' })).status).toBe(200);
});

describe('dates in odd forms', () => {
  beforeEach(async () => {
    await portal.call('POST', '/crm/properties/2026-09/deals/groups', { name: 'ours', label: 'Ours' });
    await portal.call('POST', '/crm/properties/2026-09/deals', {
      name: 'our_day',
      label: 'Our day',
      type: 'date',
      fieldType: 'date',
      groupName: 'ours',
    });
  });

  test.each([
    ['our_day', '1798718400000', '2026-12-31'],
    ['our_day', '2026-12-31T15:00:00Z', '2026-12-31'],
    ['our_day', '1798675200', '2026-12-31'],
    ['closedate', '1798675200', '2026-12-31T00:00:00Z'],
  ])('2026-09 takes %s %s as %s, with a warning', async (name, raw, kept) => {
    const { status, body } = await update('7891023', { [name]: raw });
    expect([status, body.properties[name]]).toEqual([200, kept]);
    expect(body['warnings']).toMatchObject([
      {
        category: 'PROPERTY_VALUE_NORMALIZED',
        context: { propertyName: [name], rawValue: [raw], normalizedValue: [kept] },
      },
    ]);
    const old = await update('7891023', { [name]: raw }, '2026-03');
    expect([old.status, old.body.errors[0]?.code]).toEqual([400, 'INVALID_DATE']);
  });

  test.each(['2026-12-31', '1798675200000'])('a day as %s needs no remark', async (day) => {
    const { body } = await update('7891023', { our_day: day });
    expect([body.properties['our_day'], body['warnings']]).toEqual(['2026-12-31', undefined]);
  });
});
