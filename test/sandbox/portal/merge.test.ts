import { firmSeed } from './firm-seed.ts';
import { startTinyPortal, type TinyPortal } from './start-tiny-portal.ts';

let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal({ seed: () => firmSeed });
});
afterEach(() => portal.stop());

const objects = '/crm/objects/2026-09';
const get = (path: string) => portal.call('GET', `${objects}/${path}`);
const listed = async (query = '') => (await get(`deals?limit=100${query}`)).body.results.map(({ id }) => id);
const search = async () => {
  portal.realTime.advance(1_000);
  return (await portal.call('POST', `${objects}/deals/search`, {})).body.results.map(({ id }) => id);
};

test('a merge leaves the primary record, which answers to both ids', async () => {
  const merged = await portal.call('POST', `${objects}/deals/merge`, {
    primaryObjectId: '7891025',
    objectIdToMerge: '7891023',
  });
  expect([merged.status, merged.body.id]).toEqual([200, '7891025']);
  const { body } = await get('deals/7891023?properties=dealname,amount,dealtype,hs_merged_object_ids');
  expect(body.id).toBe('7891025');
  // Cobalt had neither an amount nor an owner; it keeps its own name and type.
  expect(body.properties).toMatchObject({
    dealname: 'Cobalt',
    amount: '1500.00',
    dealtype: 'newbusiness',
    hs_merged_object_ids: '7891023',
  });
  expect(await listed()).toEqual(['7891024', '7891025', '7891026', '7891027']);
  expect(await listed('&archived=true')).toEqual([]);
  expect(await search()).toEqual(['7891024', '7891025', '7891026', '7891027']);
});

test('batches answer to an absorbed id with the survivor, writes reach it', async () => {
  portal.admin.merge({ primaryId: '7891025', mergedId: '7891023' });
  const read = await portal.call('POST', `${objects}/deals/batch/read`, { inputs: [{ id: '7891023' }] });
  expect([read.status, read.body.results[0]?.id]).toEqual([200, '7891025']);
  const written = await portal.call('POST', `${objects}/deals/batch/update`, {
    inputs: [{ id: '7891023', properties: { amount: '7' } }],
  });
  expect(written.body.results[0]?.id).toBe('7891025');
  expect((await get('deals/7891025')).body.properties['amount']).toBe('7');
});

test('two deals can become a third, and merges a chain', async () => {
  const { id } = portal.admin.merge({ primaryId: '7891023', mergedId: '7891026', newRecord: true });
  expect(['7891023', '7891026']).not.toContain(id);
  for (const old of ['7891023', '7891026']) expect((await get(`deals/${old}`)).body.id).toBe(id);
  portal.admin.merge({ primaryId: '7891027', mergedId: id });
  expect((await get('deals/7891026?properties=hs_merged_object_ids')).body).toMatchObject({
    id: '7891027',
    properties: { hs_merged_object_ids: `7891026;7891023;${id}` },
  });
});

test('ties move along, the survivor keeping its own primary company', async () => {
  portal.admin.merge({ primaryId: '7891024', mergedId: '7891023' });
  const { body } = await get('deals/7891024?associations=companies,contacts');
  expect(body['associations']).toEqual({
    companies: {
      results: [
        { id: '302', type: 'deal_to_company' },
        { id: '302', type: 'deal_to_company_unlabeled' },
        { id: '301', type: 'deal_to_company_unlabeled' },
      ],
    },
    contacts: { results: ['203', '201', '202'].map((id) => ({ id, type: 'deal_to_contact' })) },
  });
});

test('a restored record is what it was', async () => {
  await portal.call('DELETE', `${objects}/deals/7891023`);
  expect((await get('deals/7891023')).status).toBe(404);
  expect((await get('deals/7891023?archived=true')).body).toMatchObject({ archived: true });
  portal.businessTime.advance(60_000);
  portal.admin.restore({ id: '7891023' });
  const { body } = await get('deals/7891023');
  expect(body).toMatchObject({ archived: false, properties: { amount: '1500.00' } });
  expect(body['archivedAt']).toBeUndefined();
  expect(await search()).toContain('7891023');
  expect(() => portal.admin.restore({ id: '7891023' })).toThrow('is not archived');
});

test('a privacy deletion leaves nothing, by a person or for contacts by the app', async () => {
  portal.admin.privacyDelete({ id: '7891023' });
  for (const query of ['', '?archived=true']) expect((await get(`deals/7891023${query}`)).status).toBe(404);
  expect(await search()).not.toContain('7891023');
  const gone = await portal.call('POST', `${objects}/contacts/gdpr-delete`, {
    objectId: 'rosa.dahl@acme.example',
    idProperty: 'email',
  });
  expect(gone.status).toBe(204);
  expect((await get('contacts/201?archived=true')).status).toBe(404);
});

test('contacts and companies show their default properties and no doubled address', async () => {
  expect(Object.keys((await get('contacts/201')).body.properties)).toEqual([
    'createdate',
    'email',
    'firstname',
    'hs_object_id',
    'lastmodifieddate',
    'lastname',
  ]);
  expect((await get('companies/301')).body.properties).toMatchObject({
    name: 'Acme Foods',
    domain: 'acme.example',
    createdate: '2026-03-01T09:00:00Z',
  });
  const taken = await portal.call('POST', `${objects}/contacts`, {
    properties: { email: 'Rosa.Dahl@acme.example' },
  });
  expect([taken.status, taken.body.message, taken.body.category]).toEqual([
    409,
    'Contact already exists. Existing ID: 201',
    'CONFLICT',
  ]);
  const found = await get('contacts/mira.falk@borealis.example?idProperty=email');
  expect(found.body.id).toBe('203');
});
