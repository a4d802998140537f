import type { AnswerBody } from './answer-body.ts';
import { startTinyPortal, type TinyPortal } from './start-tiny-portal.ts';

let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal({ searchLag: 2_000 });
});
afterEach(() => portal.stop());

const search = async (body: unknown) => {
  // Tests ask more often than five times a second.
  portal.realTime.advance(1_000);
  return portal.call('POST', '/crm/objects/2026-09/deals/search', body);
};
const names = (body: AnswerBody) => body.results.map(({ properties }) => properties['dealname']);
const filter = (propertyName: string, operator: string, more: object = {}) => ({
  propertyName,
  operator,
  ...more,
});
const groups = (count: number, filters: number) =>
  Array.from({ length: count }, () => ({
    filters: Array.from({ length: filters }, () => filter('amount', 'HAS_PROPERTY')),
  }));

test('ands filters and ors groups', async () => {
  const { body } = await search({
    filterGroups: [
      { filters: [filter('pipeline', 'EQ', { value: 'default' }), filter('amount', 'NOT_HAS_PROPERTY')] },
      { filters: [filter('hs_is_closed_won', 'EQ', { value: 'true' })] },
    ],
  });
  expect(names(body)).toEqual(['Borealis', 'Cobalt']);
});

test('sorts, empty values last', async () => {
  const { body } = await search({ sorts: [{ propertyName: 'amount', direction: 'DESCENDING' }] });
  expect(names(body)).toEqual(['Acme', 'Dune', 'Ember renewal', 'Borealis', 'Cobalt']);
});

test('pages by offset and tells the total', async () => {
  const first = await search({ limit: 2 });
  expect(first.body).toMatchObject({ total: 5, paging: { next: { after: '2' } } });
  const last = await search({ limit: 2, after: '4' });
  expect(names(last.body)).toEqual(['Ember renewal']);
  expect(last.body.paging).toBeUndefined();
});

test('finds words', async () => {
  expect(names((await search({ query: 'ember' })).body)).toEqual(['Ember renewal']);
});

test.each([
  ['more than five groups', { filterGroups: groups(6, 1) }],
  ['more than six filters in a group', { filterGroups: groups(1, 7) }],
  ['more than 18 filters', { filterGroups: groups(4, 5) }],
  ['more than 3,000 characters', { query: 'x'.repeat(3_000) }],
  ['more than 200 a page', { limit: 201 }],
  ['more than 10,000 results', { limit: 200, after: '9900' }],
  ['two sorts', { sorts: ['amount', 'dealname'] }],
  ['an operator that does not exist', { filterGroups: [{ filters: [filter('amount', 'LIKE')] }] }],
  ['a property that does not exist', { filterGroups: [{ filters: [filter('foo', 'HAS_PROPERTY')] }] }],
])('refuses %s', async (_what, body) => {
  const refused = await search(body);
  expect([refused.status, refused.body.category]).toEqual([400, 'VALIDATION_ERROR']);
});

test('takes what is just within the limits', async () => {
  expect((await search({ filterGroups: groups(3, 6) })).status).toBe(200);
  expect((await search({ limit: 200, after: '9800' })).status).toBe(200);
});

test('lags behind a change, a creation and a deletion', async () => {
  await portal.call('PATCH', '/crm/objects/2026-09/deals/7891023', { properties: { dealname: 'Renamed' } });
  await portal.call('POST', '/crm/objects/2026-09/deals', {
    properties: { dealname: 'New', dealstage: 'contractsent' },
  });
  await portal.call('DELETE', '/crm/objects/2026-09/deals/7891024');
  expect(names((await search({})).body)).toEqual(['Acme', 'Borealis', 'Cobalt', 'Dune', 'Ember renewal']);
  portal.realTime.advance(1_000);
  expect(names((await search({})).body)).toEqual(['Renamed', 'Cobalt', 'Dune', 'Ember renewal', 'New']);
});

test('takes five searches a second, apart from the other limit and without its headers', async () => {
  const replies = [];
  for (let asked = 0; asked < 6; asked += 1) {
    replies.push(await portal.call('POST', '/crm/objects/2026-09/deals/search', {}));
  }
  expect(replies.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
  expect(replies[5]?.body).toMatchObject({
    message: 'You have reached your secondly limit.',
    policyName: 'SECONDLY',
  });
  expect(replies[0]?.headers.get('x-hubspot-ratelimit-max')).toBeNull();
  const other = await portal.call('GET', '/crm/owners/2026-09');
  expect(other.headers.get('x-hubspot-ratelimit-remaining')).toBe('109');
});
