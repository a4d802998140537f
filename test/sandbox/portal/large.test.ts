import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { enlargeSeed } from '../../../src/sandbox/enlarge-seed.ts';
import { dealType } from '../../../src/sandbox/portal/objects/object-types.ts';
import { currentValue } from '../../../src/sandbox/portal/objects/stored-record.ts';
import { startTinyPortal, type TinyPortal } from './start-tiny-portal.ts';
import { tinySeed } from './tiny-seed.ts';

const deals = '/crm/objects/2026-09/deals';
const wanted = 1_003;
let portal: TinyPortal;
const start = (file: string | null = null) =>
  startTinyPortal({ file, seed: () => enlargeSeed(tinySeed, wanted) });
beforeEach(async () => {
  portal = await start();
});
afterEach(() => portal.stop());

async function listIds(query = ''): Promise<string[]> {
  const ids: string[] = [];
  for (let after = '0'; ;) {
    const { body } = await portal.call('GET', `${deals}?limit=100&after=${after}${query}`);
    ids.push(...body.results.map(({ id }) => id));
    if (!('paging' in body)) return ids;
    after = body.paging.next.after;
  }
}

const search = async (body: object) => {
  portal.realTime.advance(1_000);
  return (await portal.call('POST', `${deals}/search`, body)).body;
};

const edit = (id: string, properties: object) => portal.call('PATCH', `${deals}/${id}`, { properties });

test('lists every copy once, by ascending id', async () => {
  const ids = await listIds();
  expect(ids).toHaveLength(wanted);
  expect(ids).toEqual([...new Set(ids)].sort((a, b) => Number(a) - Number(b)));
});

test('search finds what a look at every listed record finds, edits and deletions included', async () => {
  const ids = await listIds();
  for (const id of [ids[3], ids[500], ids[501]]) await edit(id ?? '', { amount: '7' });
  await portal.call('DELETE', `${deals}/${ids[700]}`);
  const { body: created } = await portal.call('POST', deals, {
    properties: { dealname: 'New', dealstage: 'contractsent', amount: '7' },
  });
  const { body: one } = await portal.call(
    'GET',
    `${deals}/${ids[400]}?properties=hubspot_owner_id,hubspot_team_id`,
  );
  const owner = one.properties['hubspot_owner_id'] ?? '';
  const all = portal.state
    .records(dealType)
    .values()
    .filter(({ archivedAt }) => archivedAt === null);
  const idsWhere = (passes: (value: (name: string) => string | null) => boolean) =>
    all.filter((record) => passes((name) => currentValue(record, name))).map(({ id }) => id);
  const found = async (filters: readonly object[]) => {
    const answer = await search({
      filterGroups: [{ filters }],
      sorts: [{ propertyName: 'hs_object_id', direction: 'ASCENDING' }],
      limit: 200,
    });
    return [answer.total, answer.results.map(({ id }) => id)];
  };
  const expected = (matching: readonly string[]) => [matching.length, matching.slice(0, 200)];
  const filter = (propertyName: string, operator: string, value: string, highValue?: string) => ({
    propertyName,
    operator,
    value,
    highValue,
  });

  const sevens = await found([filter('amount', 'EQ', '7')]);
  expect(sevens).toEqual([4, [ids[3], ids[500], ids[501], created.id]]);
  expect(await found([filter('dealstage', 'EQ', 'closedwon')])).toEqual(
    expected(idsWhere((value) => value('dealstage') === 'closedwon')),
  );
  expect(await found([filter('hubspot_owner_id', 'EQ', owner)])).toEqual(
    expected(idsWhere((value) => value('hubspot_owner_id') === owner)),
  );
  const [low, high] = [ids[399] ?? '', ids[807] ?? ''];
  expect(
    await found([filter('hs_object_id', 'BETWEEN', low, high), filter('pipeline', 'EQ', 'default')]),
  ).toEqual(
    expected(
      idsWhere(
        (value) =>
          Number(value('hs_object_id')) >= Number(low) &&
          Number(value('hs_object_id')) <= Number(high) &&
          value('pipeline') === 'default',
      ),
    ),
  );
  expect(await found([filter('hs_object_id', 'GT', ids[1_000] ?? '')])).toEqual([
    3,
    [...ids.slice(1_001), created.id],
  ]);
});

test('pages of a search hold every record once', async () => {
  const seen: string[] = [];
  for (let after = '0'; ;) {
    const page = await search({
      limit: 200,
      after,
      sorts: [{ propertyName: 'amount', direction: 'DESCENDING' }],
    });
    seen.push(...page.results.map(({ id }) => id));
    if (!('paging' in page)) break;
    after = page.paging.next.after;
  }
  expect(seen.toSorted()).toEqual((await listIds()).toSorted());
});

test('an edited copy leaves its sisters alone, and its split partners are of its own company', async () => {
  const ids = await listIds();
  await edit(ids[210] ?? '', { dealname: 'Changed' });
  const names = await Promise.all(
    [209, 210, 211].map(
      async (index) => (await portal.call('GET', `${deals}/${ids[index]}`)).body.properties['dealname'],
    ),
  );
  expect(names[1]).toBe('Changed');
  expect(names[0]).toBe(names[2]);
  const { body } = await portal.call('POST', '/deal-splits/2026-09/batch/read', {
    inputs: [{ id: ids[250] }],
  });
  const splits = body.results[0]?.['splits'] as { properties: Record<string, string> }[];
  const owners = splits.map(({ properties }) => properties['hubspot_owner_id'] ?? '');
  expect(owners).toHaveLength(2);
  expect(owners.every((ownerId) => portal.state.people.get(ownerId) !== undefined)).toBe(true);
  const { body: deal } = await portal.call('GET', `${deals}/${ids[250]}?properties=hubspot_owner_id`);
  expect(owners).toContain(deal.properties['hubspot_owner_id']);
});

test('keeps its edits, and no more, over a restart', async () => {
  await portal.stop();
  const file = join(mkdtempSync(join(tmpdir(), 'portal-')), 'portal.sqlite');
  portal = await start(file);
  const before = await listIds();
  await edit(before[42] ?? '', { dealname: 'Kept' });
  await portal.call('DELETE', `${deals}/${before[43]}`);
  await portal.stop();
  portal = await start(file);
  expect(await listIds()).toEqual(before.filter((_id, index) => index !== 43));
  expect((await portal.call('GET', `${deals}/${before[42]}`)).body.properties['dealname']).toBe('Kept');
  expect(await listIds('&archived=true')).toEqual([before[43]]);
});
