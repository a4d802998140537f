import { applyingTo, dealOwnersOf, type CreditedDeal } from '../../src/mirror/index.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { creditedDeal } from '../support/mirrored-deals.ts';
import { openTestStore } from '../support/open-test-store.ts';

let store: OpenDatabase;
let portalId = 0;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(() => store.close());
beforeEach(() => {
  portalId += 1;
});

const minute = (n: number) => new Date(Date.UTC(2026, 10, 1, 9, n));
const apply = (...deals: CreditedDeal[]) => applyingTo(store.db, portalId).apply(deals);
/** Whose the deal is or was, of those that ever appear here. */
async function whose(dealId = '7001'): Promise<string[]> {
  const owners = dealOwnersOf(store.db, portalId);
  const found: string[] = [];
  for (const ownerId of ['201', '202', '203', '204'])
    if (await owners.isOrWasOf(dealId, ownerId)) found.push(ownerId);
  return found;
}
const countKept = async () =>
  (await store.db.selectFrom('deal_former_owner').selectAll().where('portal_id', '=', portalId).execute())
    .length;

test('a deal is its owner’s and whoever’s shares in it, and stays known as that of those before', async () => {
  await apply(creditedDeal({ ownerId: '201' }));
  expect(await whose()).toEqual(['201']);
  await apply(creditedDeal({ ownerId: '202', modifiedAt: minute(1) }, { '202': '0.5', '203': '0.5' }));
  expect(await whose()).toEqual(['201', '202', '203']);
  await apply(creditedDeal({ ownerId: null, modifiedAt: minute(2) }));
  expect(await whose()).toEqual(['201', '202', '203']);
  expect(await whose('7002')).toEqual([]);
  expect(await countKept()).toBe(3);
});

test('an edit that leaves everybody where they are keeps nobody', async () => {
  await apply(creditedDeal({ ownerId: '201' }, { '201': '0.5', '202': '0.5' }));
  await apply(
    creditedDeal(
      { ownerId: '201', name: 'Otherwise', modifiedAt: minute(1) },
      { '201': '0.4', '202': '0.6' },
    ),
  );
  expect(await countKept()).toBe(0);
});

test.each(['with the deal that went', 'after it'])(
  'a survivor that is heard of %s was whosever either was',
  async (order) => {
    await apply(creditedDeal({ ownerId: '201' }));
    await apply(creditedDeal({ ownerId: '202', modifiedAt: minute(1) }, { '202': '0.5', '204': '0.5' }));
    await apply(creditedDeal({ id: '7002', ownerId: '203' }));
    if (order === 'after it') await applyingTo(store.db, portalId).remove(['7001']);
    await apply(creditedDeal({ id: '7002', ownerId: '203', mergedIds: ['7001'], modifiedAt: minute(2) }));
    expect(await whose('7002')).toEqual(['201', '202', '203', '204']);
    expect(await whose('7001')).toEqual([]);
  },
);
