import { enlargeSeed } from '../../../src/sandbox/enlarge-seed.ts';
import { firmSeed } from './firm-seed.ts';
import { startTinyPortal, type TinyPortal } from './start-tiny-portal.ts';

let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal({ seed: () => firmSeed });
});
afterEach(() => portal.stop());

const objects = '/crm/objects/2026-09';
const batch = (from: string, to: string, verb: string, inputs: readonly object[]) =>
  portal.call('POST', `/crm/associations/2026-09/${from}/${to}/batch/${verb}`, { inputs });

/** Which records are tied, and by which kinds, as the batch read tells it. */
async function ties(from: string, id: string, to: string): Promise<Record<string, number[]>> {
  const { body } = await batch(from, to, 'read', [{ id }]);
  const links = (body.results[0]?.['to'] ?? []) as {
    toObjectId: string;
    associationTypes: { typeId: number }[];
  }[];
  return Object.fromEntries(
    links.map(({ toObjectId, associationTypes }) => [
      toObjectId,
      associationTypes.map(({ typeId }) => typeId),
    ]),
  );
}

test('reads a record’s ties as documented', async () => {
  const { body } = await portal.call('GET', `${objects}/deals/7891023/associations/companies`);
  expect(body).toEqual({
    results: [
      {
        toObjectId: '301',
        associationTypes: [
          { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
          { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
        ],
      },
    ],
  });
});

test('reads many at once; records without a tie are errors of a 207', async () => {
  const { status, body } = await batch('deals', 'contacts', 'read', [
    { id: '7891023' },
    { id: '7891025' },
    { id: '99' },
  ]);
  expect(status).toBe(207);
  expect(body.results).toEqual([
    {
      from: { id: '7891023' },
      to: ['201', '202'].map((toObjectId) => ({
        toObjectId,
        associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 3, label: null }],
      })),
    },
  ]);
  expect(body.errors.map(({ context }) => context['fromObjectId'])).toEqual([['7891025'], ['99']]);
  expect(
    (
      await batch(
        'deals',
        'contacts',
        'read',
        Array.from({ length: 1_001 }, (_, id) => ({ id })),
      )
    ).status,
  ).toBe(400);
});

test('is told from both ends, by legacy paths and type ids as well', async () => {
  expect(await ties('0-2', '301', '0-3')).toEqual({ '7891023': [6, 342] });
  expect(await ties('contact', '201', 'company')).toEqual({ '301': [1, 279] });
  const legacy = await portal.call('GET', '/crm/v4/objects/deals/7891023/associations/contacts');
  expect(legacy.body.results.map((result) => result['toObjectId'])).toEqual(['201', '202']);
});

test('a default tie makes the first company the primary one, a second is plain', async () => {
  const put = (id: string) =>
    portal.call('PUT', `${objects}/deals/7891025/associations/default/companies/${id}`);
  expect((await put('302')).status).toBe(200);
  expect((await put('301')).status).toBe(200);
  expect(await ties('deals', '7891025', 'companies')).toEqual({ '301': [341], '302': [5, 341] });
  expect(await ties('companies', '301', 'deals')).toEqual({ '7891023': [6, 342], '7891025': [342] });
});

test('a new primary company takes the place of the old one', async () => {
  const path = `${objects}/deals/7891023/associations/companies/302`;
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 5 }];
  expect((await portal.call('PUT', path, types)).status).toBe(201);
  expect(await ties('deals', '7891023', 'companies')).toEqual({ '301': [341], '302': [5] });
});

test('unties from both ends, and gone records are no ties', async () => {
  expect((await portal.call('DELETE', `${objects}/deals/7891023/associations/contacts/201`)).status).toBe(
    204,
  );
  expect(await ties('contacts', '201', 'deals')).toEqual({});
  await portal.call('DELETE', `${objects}/contacts/202`);
  expect(await ties('deals', '7891023', 'contacts')).toEqual({});
  const archived = await batch('deals', 'companies', 'archive', [
    { from: { id: '7891024' }, to: [{ id: '302' }] },
  ]);
  expect(archived.status).toBe(204);
  expect(await ties('companies', '302', 'deals')).toEqual({});
});

test('ties pairs in a batch, and refuses what cannot be row by row', async () => {
  const { status, body } = await batch('deals', 'contacts', 'associate/default', [
    { from: { id: '7891025' }, to: { id: '203' } },
    { from: { id: '7891025' }, to: { id: '999' } },
  ]);
  expect([status, body.results.length, body.numErrors]).toEqual([207, 1, 1]);
  expect(body.errors[0]?.message).toBe('One or more associations are invalid');
  expect(await ties('contacts', '203', 'deals')).toEqual({ '7891024': [4], '7891025': [4] });
});

test('names the right type when a kind leads from another', async () => {
  const refused = await portal.call('PUT', `${objects}/deals/7891025/associations/contacts/201`, [
    { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 4 },
  ]);
  expect([refused.status, refused.body.message]).toEqual([
    400,
    'invalid from object type 0-3 for associations to be created. expected: 0-1',
  ]);
});

test('comes along with a read when asked for, one entry a kind', async () => {
  const { body } = await portal.call('GET', `${objects}/deals/7891023?associations=companies,contacts`);
  expect(body['associations']).toEqual({
    companies: {
      results: [
        { id: '301', type: 'deal_to_company' },
        { id: '301', type: 'deal_to_company_unlabeled' },
      ],
    },
    contacts: {
      results: [
        { id: '201', type: 'deal_to_contact' },
        { id: '202', type: 'deal_to_contact' },
      ],
    },
  });
});

test('a new record is born with its ties, or not at all', async () => {
  const create = (id: string) =>
    portal.call('POST', `${objects}/deals`, {
      properties: { dealname: 'Fjord', dealstage: 'contractsent' },
      associations: [
        { to: { id }, types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 341 }] },
      ],
    });
  const { body } = await create('302');
  expect(await ties('deals', body.id, 'companies')).toEqual({ '302': [5, 341] });
  const refused = await create('999');
  expect([refused.status, refused.body.context]).toEqual([400, { INVALID_OBJECT_IDS: ['999'] }]);
  expect((await portal.call('GET', `${objects}/deals?limit=100`)).body.results).toHaveLength(6);
});

test('lists the kinds between two types', async () => {
  const { body } = await portal.call('GET', '/crm/associations/2026-09/deals/companies/labels');
  expect(body.results).toEqual([
    { category: 'HUBSPOT_DEFINED', typeId: 5, label: 'Primary' },
    { category: 'HUBSPOT_DEFINED', typeId: 341, label: null },
  ]);
});

test('is exempt from the rolling limit', async () => {
  const { headers } = await batch('deals', 'contacts', 'read', [{ id: '7891023' }]);
  expect(headers.get('x-hubspot-ratelimit-remaining')).toBeNull();
});

test('search finds deals by a record that they are tied to', async () => {
  const { body } = await portal.call('POST', `${objects}/deals/search`, {
    filterGroups: [{ filters: [{ propertyName: 'associations.company', operator: 'EQ', value: '302' }] }],
  });
  expect(body.results.map(({ id }) => id)).toEqual(['7891024']);
});

test('copies have the ties of their template, and a changed one its own', async () => {
  await portal.stop();
  portal = await startTinyPortal({ seed: () => enlargeSeed(firmSeed, 50) });
  const listed = await portal.call('GET', `${objects}/deals?limit=50`);
  const ids = listed.body.results.map(({ id }) => id);
  const [first = '', second = ''] = ids;
  expect(await ties('deals', second, 'companies')).toEqual({ '301': [5, 341] });
  const before = Object.keys(await ties('companies', '301', 'deals'));
  expect(before).toEqual(ids.slice(0, 10));
  await portal.call('DELETE', `${objects}/deals/${first}/associations/companies/301`);
  await portal.call('PUT', `${objects}/deals/${second}/associations/default/companies/302`);
  expect(Object.keys(await ties('companies', '301', 'deals'))).toEqual(before.slice(1));
  expect(Object.keys(await ties('companies', '302', 'deals'))).toContain(second);
  expect(await ties('deals', second, 'companies')).toEqual({ '301': [5, 341], '302': [341] });
});
