import { startTinyPortal, type TinyPortal } from './start-tiny-portal.ts';

let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal();
});
afterEach(() => portal.stop());

const batch = (verb: string, body: unknown) =>
  portal.call('POST', `/crm/objects/2026-09/deals/batch/${verb}`, body);
const newDeal = (changes: Record<string, string> = {}) => ({
  properties: { dealname: 'New', dealstage: 'contractsent', ...changes },
});

test('takes a hundred inputs, fifty with history', async () => {
  const inputs = (count: number) => Array.from({ length: count }, (_, index) => ({ id: String(index + 1) }));
  expect((await batch('read', { inputs: inputs(100) })).status).toBe(207);
  expect((await batch('read', { inputs: inputs(101) })).status).toBe(400);
  expect((await batch('read', { inputs: inputs(51), propertiesWithHistory: ['amount'] })).status).toBe(400);
});

test('refuses an id that comes twice', async () => {
  const twice = { id: '7891023', properties: { amount: '1' } };
  const { status, body } = await batch('update', { inputs: [twice, twice] });
  expect(status).toBe(400);
  expect(body.message).toContain('7891023');
});

test('updates what it can and names the rest', async () => {
  const { status, body } = await batch('update', {
    inputs: [
      { id: '7891023', properties: { amount: '1' } },
      { id: '404', properties: { amount: '1' } },
      { id: '7891025', properties: { amount: 'much' } },
    ],
  });
  expect(status).toBe(207);
  expect(body.results.map(({ id }) => id)).toEqual(['7891023']);
  expect(body.errors.map(({ category, context }) => [category, context])).toEqual([
    ['OBJECT_NOT_FOUND', { ids: ['404'] }],
    ['VALIDATION_ERROR', { ids: ['7891025'] }],
  ]);
});

test('answers with the properties that were written', async () => {
  const inputs = [{ id: '7891023', properties: { hs_next_step: 'call' } }];
  const { body } = await batch('update', { inputs });
  expect(body.results[0]!.properties).toMatchObject({ hs_next_step: 'call', dealname: 'Acme' });
});

test('create without trace ids is all or nothing', async () => {
  const { status } = await batch('create', { inputs: [newDeal(), newDeal({ amount: 'much' })] });
  expect(status).toBe(400);
  expect((await portal.call('GET', '/crm/objects/2026-09/deals')).body.results).toHaveLength(5);
});

test('create with trace ids goes row by row', async () => {
  const { status, body } = await batch('create', {
    inputs: [
      { ...newDeal(), objectWriteTraceId: 'row-1' },
      { ...newDeal({ amount: 'much' }), objectWriteTraceId: 'row-2' },
    ],
  });
  expect(status).toBe(207);
  expect(body.results).toMatchObject([{ objectWriteTraceId: 'row-1' }]);
  expect(body.errors).toMatchObject([{ context: { objectWriteTraceId: ['row-2'] } }]);
});

test('create answers 201 when every row went well', async () => {
  expect((await batch('create', { inputs: [newDeal()] })).status).toBe(201);
});

test('upserts by a unique property', async () => {
  await portal.call('POST', '/crm/properties/2026-09/deals', {
    ...{ name: 'external_id', label: 'External ID', type: 'string', fieldType: 'text' },
    ...{ groupName: 'dealinformation', hasUniqueValue: true },
  });
  const input = (name: string) => ({ id: 'E-1', idProperty: 'external_id', ...newDeal({ dealname: name }) });
  const first = await batch('upsert', { inputs: [input('One')] });
  const second = await batch('upsert', { inputs: [input('Two')] });
  expect([first.body.results[0]!.new, second.body.results[0]!.new]).toEqual([true, false]);
  expect(second.body.results[0]!.id).toBe(first.body.results[0]!.id);
  expect(second.body.results[0]!.properties.dealname).toBe('Two');
});

test('archives, and does not mind what is already gone', async () => {
  const inputs = [{ id: '7891023' }, { id: '404' }];
  expect((await batch('archive', { inputs })).status).toBe(204);
  expect((await batch('read', { inputs })).body.results).toEqual([]);
});

test('splits are replaced as a whole and seen on the deal', async () => {
  const upsert = (splits: { ownerId: number; percentage: number }[]) =>
    portal.call('POST', '/deal-splits/2026-09/batch/upsert', { inputs: [{ id: 7891023, splits }] });
  const ana = 41629779;
  const maria = 41629780;
  expect((await upsert([{ ownerId: ana, percentage: 0.5 }])).status).toBe(207);
  expect((await upsert([{ ownerId: maria, percentage: 1 }])).body.errors[0]!.category).toBe(
    'VALIDATION_ERROR',
  );
  const good = await upsert([
    { ownerId: ana, percentage: 0.6 },
    { ownerId: maria, percentage: 0.4 },
  ]);
  expect(good.status).toBe(200);
  const { body } = await portal.call(
    'GET',
    '/crm/objects/2026-09/deals/7891023?properties=hs_is_deal_split,hs_all_deal_split_owner_ids',
  );
  expect(body.properties).toMatchObject({
    hs_is_deal_split: 'true',
    hs_all_deal_split_owner_ids: '41629779;41629780',
  });
});
