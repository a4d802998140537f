import type { PageResult } from '../../../src/hubspot/index.ts';
import {
  collectPages,
  listAllDeals,
  listAllGoals,
  readDealSplits,
  readDeals,
  searchModifiedDeals,
} from '../../../src/hubspot/index.ts';
import { failureOf, openTestPortal, valueOf, watchWire } from '../open-test-portal.ts';

watchWire();

const at = '2026-11-20T10:00:00Z';
const deal = (id: string, properties: Record<string, string | null> = {}) => ({
  id,
  properties: { amount: null, ...properties },
  createdAt: at,
  updatedAt: at,
  archived: false,
  url: `https://app.hubspot.com/contacts/62515/record/0-3/${id}`,
});

async function gather<Item>(pages: AsyncIterable<PageResult<Item>>): Promise<PageResult<Item>[]> {
  const gathered: PageResult<Item>[] = [];
  for await (const page of pages) gathered.push(page);
  return gathered;
}

describe('listing', () => {
  const path = '/crm/objects/2026-09/deals';
  const query = { limit: '100', properties: 'amount,dealstage', archived: 'false' };
  const input = { properties: ['amount', 'dealstage'] };
  const following = (after: string) => ({ paging: { next: { after, link: 'x' } } });

  it('follows the cursor to the last page', async () => {
    const { session, http } = openTestPortal();
    http
      .get(path)
      .query(query)
      .reply(200, { results: [deal('1')], ...following('1') });
    http
      .get(path)
      .query({ ...query, after: '1' })
      .reply(200, { results: [deal('2', { amount: '1500.00' })] });
    const deals = valueOf(await collectPages(listAllDeals(session, input)));
    expect(deals.map(({ id, properties }) => [id, properties['amount']])).toEqual([
      ['1', null],
      ['2', '1500.00'],
    ]);
  });

  it('lists archived deals on request', async () => {
    const { session, http } = openTestPortal();
    http
      .get(path)
      .query({ ...query, archived: 'true' })
      .reply(200, { results: [] });
    expect(valueOf(await collectPages(listAllDeals(session, { ...input, archived: true })))).toEqual([]);
  });

  it('ends with the failure of a page', async () => {
    const { session, http } = openTestPortal();
    http
      .get(path)
      .query(query)
      .reply(200, { results: [deal('1')], ...following('1') });
    http
      .get(path)
      .query({ ...query, after: '1' })
      .reply(403, { message: 'no' });
    const pages = await gather(listAllDeals(session, input));
    expect(pages.map(({ ok }) => ok)).toEqual([true, false]);
  });

  it('does not follow a cursor that stands still', async () => {
    const { session, http } = openTestPortal();
    http
      .get(path)
      .query(true)
      .times(2)
      .reply(200, { results: [deal('1')], ...following('1') });
    const pages = await gather(listAllDeals(session, input));
    expect(pages).toHaveLength(3);
    expect(pages[2]).toMatchObject({ ok: false, failure: { code: 'unexpected_reply' } });
  });

  it('names the record and field that is not as documented', async () => {
    const { session, http } = openTestPortal();
    http
      .get(path)
      .query(true)
      .reply(200, { results: [deal('1'), { ...deal('2'), properties: { amount: 5 } }] });
    const result = await collectPages(listAllDeals(session, input));
    expect(failureOf(result).message).toContain('results[1].properties.amount');
  });

  it('asks for the properties of goals by name', async () => {
    const { session, http } = openTestPortal();
    const asksByName = (asked: Record<string, unknown>) =>
      String(asked['properties']).split(',').includes('hs_target_amount');
    http
      .get('/crm/objects/2026-09/goal_targets')
      .query(asksByName)
      .reply(200, { results: [deal('7', { hs_target_amount: '5000.00' })] });
    const goals = valueOf(await collectPages(listAllGoals(session)));
    expect(goals[0]?.properties['hs_target_amount']).toBe('5000.00');
  });
});

describe('reading by id', () => {
  it('asks for 100 at a time, each once, and says which are missing', async () => {
    const { session, http } = openTestPortal();
    const ids = Array.from({ length: 150 }, (_, index) => String(index));
    const asked: number[] = [];
    http
      .post('/crm/objects/2026-09/deals/batch/read')
      .times(2)
      .reply(async (request: Request) => {
        const { inputs, properties } = (await request.json()) as {
          inputs: { id: string }[];
          properties: string[];
        };
        expect(properties).toEqual(['amount']);
        asked.push(inputs.length);
        const there = inputs.filter(({ id }) => id !== '7');
        const errors = [{ category: 'OBJECT_NOT_FOUND', message: 'gone', context: { ids: ['7'] } }];
        return [207, { status: 'COMPLETE', results: there.map(({ id }) => deal(id)), numErrors: 1, errors }];
      });
    const { records: deals, missing } = valueOf(
      await readDeals(session, { ids: [...ids, '0'], properties: ['amount'] }),
    );
    expect(asked).toEqual([100, 50]);
    expect(deals).toHaveLength(149);
    expect(missing).toEqual(['7']);
  });

  it('does not take a row that failed for a deal that is gone', async () => {
    const { session, http } = openTestPortal();
    const errors = [{ category: 'INTERNAL_ERROR', message: 'try later', context: { ids: ['2'] } }];
    http.post('/crm/objects/2026-09/deals/batch/read').reply(207, { results: [deal('1')], errors });
    const failure = failureOf(await readDeals(session, { ids: ['1', '2'], properties: [] }));
    expect(failure).toMatchObject({ category: 'INTERNAL_ERROR', message: 'try later' });
  });

  it('finds a merged deal under the id of the one that survived', async () => {
    const { session, http } = openTestPortal();
    http.post('/crm/objects/2026-09/deals/batch/read').reply(200, { results: [deal('9')] });
    const { records: deals, missing } = valueOf(await readDeals(session, { ids: ['8'], properties: [] }));
    expect([deals.map(({ id }) => id), missing]).toEqual([['9'], ['8']]);
  });

  it('reads who shares the credit for a deal', async () => {
    const { session, http } = openTestPortal();
    const share = (ownerId: string, percentage: string) => ({
      ...deal('31', { hubspot_owner_id: ownerId, hs_deal_split_percentage: percentage }),
    });
    http.post('/deal-splits/2026-09/batch/read', { inputs: [{ id: '1' }, { id: '2' }] }).reply(200, {
      status: 'COMPLETE',
      results: [
        { id: '1', splits: [share('88', '0.6'), share('14', '0.4')] },
        { id: '2', splits: [] },
      ],
    });
    expect(valueOf(await readDealSplits(session, ['1', '2']))).toEqual([
      {
        dealId: '1',
        shares: [
          { ownerId: '88', percentage: '0.6' },
          { ownerId: '14', percentage: '0.4' },
        ],
      },
    ]);
  });
});

describe('searching', () => {
  const path = '/crm/objects/2026-09/deals/search';
  interface SearchBody {
    filterGroups: [{ filters: [{ value: string; operator: string }] }];
    after: string;
    limit: number;
  }

  /** A portal that holds deals modified at these instants, and pages through them as HubSpot does. */
  function openSearchedPortal(instants: readonly number[]) {
    const portal = openTestPortal();
    const windows: string[] = [];
    portal.http
      .persist()
      .post(path)
      .reply(async (request: Request) => {
        const { filterGroups, after, limit } = (await request.json()) as SearchBody;
        const { value, operator } = filterGroups[0].filters[0];
        expect(operator).toBe('GTE');
        const start = Number(after);
        if (start + limit > 10_000) return [400, { message: 'beyond the 10,000th result' }];
        if (start === 0) windows.push(value);
        const first = instants.findIndex((instant) => instant >= Number(value));
        const total = instants.length - first;
        const results = instants
          .slice(first + start, first + start + limit)
          .map((instant, index) =>
            deal(String(first + start + index), { hs_lastmodifieddate: new Date(instant).toISOString() }),
          );
        const next = start + limit;
        return [
          200,
          {
            total,
            results,
            ...(next < total && { paging: { next: { after: String(next) } } }),
          },
        ];
      });
    return { ...portal, windows };
  }

  it('goes beyond the 10,000 results that HubSpot gives, by a later window', async () => {
    const base = Date.parse(at);
    const { session, windows } = openSearchedPortal(
      Array.from({ length: 10_450 }, (_, index) => base + index * 10),
    );
    const deals = valueOf(
      await collectPages(searchModifiedDeals(session, { modifiedSince: base, properties: [] })),
    );
    expect(new Set(deals.map(({ id }) => id)).size).toBe(10_450);
    expect(windows).toEqual([String(base), String(base + 9_999 * 10)]);
  });

  it('fails when more deals changed in one instant than a search can reach', async () => {
    const base = Date.parse(at);
    const { session } = openSearchedPortal(Array.from({ length: 10_001 }, () => base));
    const result = await collectPages(searchModifiedDeals(session, { modifiedSince: base, properties: [] }));
    expect(failureOf(result).code).toBe('too_many_results');
  });
});
