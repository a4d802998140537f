import { sql } from 'kysely';
import { auditOf } from '../../../src/access/index.ts';
import { conflictsOf } from '../../../src/install/index.ts';
import { dealsOf, dirtyOwnersOf } from '../../../src/mirror/index.ts';
import { dealType } from '../../../src/sandbox/portal/objects/object-types.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { compareEverything } from '../../../src/sync/reconcile/compare-everything.ts';
import {
  listParked,
  reconcilePortal,
  reconciliationOf,
  summariseWritten,
  workPortal,
} from '../../../src/sync/index.ts';
import type { OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { openWrittenPortal } from '../../support/open-written-portal.ts';
import {
  countWrites,
  deleteDeal,
  editDeal,
  mergeDeals,
  purgeDeal,
  restoreDeal,
  shareDeal,
  shownOn,
} from '../../support/portal-deals.ts';
import { people } from '../../support/small-company.ts';

let store: OpenDatabase;
const opened: OpenSync[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  for (const open of opened) await open.stop();
  await store.close();
});

/** A portal that is read and written, whose every webhook from now on is lost. */
async function openPortal(portalId: number) {
  const open = await openWrittenPortal(store.db, portalId);
  opened.push(open);
  return open;
}

const has = async (portalId: number, id: string) => (await dealsOf(store.db, portalId).read(id)) !== null;

async function check(open: OpenSync) {
  await reconcilePortal(await open.sync());
  await workPortal(await open.sync());
  const { id } = (await open.sync()).portal;
  return reconciliationOf(store.db, id).read();
}

/** Nothing in the mirror is otherwise than HubSpot shows it. */
async function expectRight(open: OpenSync) {
  expect(await compareEverything(await open.sync(), true)).toBe(0);
}

const creditOf = async (portalId: number, dealId: string) =>
  store.db
    .selectFrom('credit')
    .select(['owner_id', 'amount_minor'])
    .where('portal_id', '=', portalId)
    .where('deal_id', '=', dealId)
    .orderBy('owner_id')
    .execute();

test('what every webhook missed is found by date, in the archive, by merge, and in the splits', async () => {
  const open = await openPortal(1);
  editDeal(open.portal, '7001', { amount: '31000', dealstage: 'proposal' });
  deleteDeal(open.portal, '7004');
  shareDeal(open.portal, '7003', { [people.ana.ownerId]: '0.9', [people.ben.ownerId]: '0.1' });
  const survivor = mergeDeals(open.portal, { primary: '7006', merged: '7007', newRecord: true });
  expect(mergeDeals(open.portal, { primary: '7008', merged: '7002', newRecord: false })).toBe('7008');

  const { modifiedUntil, checkedAt } = (await check(open)) ?? {};
  expect(checkedAt).not.toBeNull();
  expect(modifiedUntil).not.toBeNull();
  expect((await dealsOf(store.db, 1).read('7001'))?.deal.amount).toBe('31000');
  for (const gone of ['7004', '7006', '7007', '7002'])
    expect([gone, await has(1, gone)]).toEqual([gone, false]);
  expect(await has(1, survivor)).toBe(true);
  // The loser of a merge takes its credit along; what the survivor is worth is HubSpot's to say.
  expect(await creditOf(1, '7002')).toEqual([]);
  const shares = await store.db
    .selectFrom('deal_split')
    .select(['owner_id', 'percentage'])
    .where('deal_id', '=', '7003')
    .orderBy('owner_id')
    .execute();
  expect(shares).toEqual([
    { owner_id: people.ana.ownerId, percentage: '0.9' },
    { owner_id: people.ben.ownerId, percentage: '0.1' },
  ]);
  expect((await creditOf(1, '7003')).map(({ owner_id }) => owner_id)).toEqual([
    people.ana.ownerId,
    people.ben.ownerId,
  ]);
  await expectRight(open);

  restoreDeal(open.portal, '7004');
  await check(open);
  expect(await has(1, '7004')).toBe(true);
  expect(shownOn(open.portal, '7004')).toHaveProperty('sideline_win_probability');
  await expectRight(open);
});

test('our own writes are no news: the next check marks nobody, writes nothing, and does not read them again', async () => {
  const open = await openPortal(2);
  const writes = countWrites(open.portal);
  expect(writes).toBeGreaterThan(5);
  const sync = await open.sync();
  const read: string[][] = [];
  const session = {
    ...sync.session,
    call: ((call) => {
      const json = 'json' in call ? (call.json as { inputs?: { id: string }[] }) : {};
      if (call.path.endsWith('deals/batch/read')) read.push((json.inputs ?? []).map(({ id }) => id));
      return sync.session.call(call);
    }) as typeof sync.session.call,
  };
  await reconcilePortal({ ...sync, session });
  expect(read.flat()).toEqual(expect.arrayContaining(['7001', '7004']));
  expect(await dirtyOwnersOf(store.db, 2).count()).toBe(0);
  expect((await reconciliationOf(store.db, 2).read())?.repaired).toBe(0);
  await workPortal(await open.sync());
  expect(countWrites(open.portal)).toBe(writes);

  read.length = 0;
  await reconcilePortal({ ...sync, session });
  // Only the divided deal, since no date tells of its shares.
  expect(read.flat()).toEqual(['7003']);
});

test('a deal deleted for privacy, which no search and no archive shows, is found when somebody asks', async () => {
  const open = await openPortal(3);
  purgeDeal(open.portal, '7001');
  await check(open);
  expect(await has(3, '7001')).toBe(true);
  await reconciliationOf(store.db, 3).ask(new Date());
  const after = await check(open);
  expect(await has(3, '7001')).toBe(false);
  expect(after?.askedAt).toBeNull();
  expect(after?.repaired).toBe(1);
  await expectRight(open);
});

test('a property that was deleted is made again, and its old values are put right, on closed deals too', async () => {
  const open = await openPortal(4);
  const shelf = open.portal.state.definitions(dealType);
  shelf.put('sideline_gap', { ...shelf.get('sideline_gap')!, label: 'Our gap', archived: true });
  editDeal(open.portal, '7001', { dealstage: 'lost' });
  await check(open);
  expect(shelf.get('sideline_gap')).toMatchObject({ archived: false });
  expect(shownOn(open.portal, '7001')).toEqual({});
  const [made] = await auditOf(store.db, 4).listBefore(null, 1);
  expect(made).toMatchObject({ action: 'make properties again', details: { properties: ['sideline_gap'] } });
  await expectRight(open);
});

test('a label that an admin changed stays, and a list gets the option back that it lost', async () => {
  const open = await openPortal(5);
  const shelf = open.portal.state.definitions(dealType);
  const basis = shelf.get('sideline_basis')!;
  const [first, ...others] = basis.options;
  const renamed = others.map((option) => ({ ...option, label: `Our ${option.label}` }));
  shelf.put('sideline_basis', { ...basis, label: 'Whose quota', options: renamed });
  await check(open);
  const kept = shelf.get('sideline_basis');
  expect(kept?.label).toBe('Whose quota');
  expect(kept?.options.map(({ value, label }) => [value, label])).toEqual([
    ...renamed.map(({ value, label }) => [value, label]),
    [first?.value, first?.label],
  ]);
});

test("a property of our name that is somebody else's is told, left alone, and written again once it is free", async () => {
  const open = await openPortal(6);
  const shelf = open.portal.state.definitions(dealType);
  const ours = shelf.get('sideline_gap')!;
  shelf.put('sideline_gap', { ...ours, type: 'string', fieldType: 'text', label: 'Mind the gap' });
  editDeal(open.portal, '7001', { sideline_gap: 'between train and platform', amount: '31000' });
  await check(open);
  expect((await listParked(store.db, 6)).properties).toEqual([
    { name: 'sideline_gap', foundType: 'string', wantedType: 'number' },
  ]);
  expect(shelf.get('sideline_gap')).toMatchObject({ type: 'string', label: 'Mind the gap' });
  expect(shownOn(open.portal, '7001')).toMatchObject({
    sideline_gap: 'between train and platform',
    sideline_forecast_amount: '12400.00',
  });
  // A closed deal is cleared of ours and of nothing else.
  editDeal(open.portal, '7001', { dealstage: 'lost' });
  await check(open);
  expect(shownOn(open.portal, '7001')).toEqual({ sideline_gap: 'between train and platform' });

  shelf.put('sideline_gap', { ...ours, archived: true });
  editDeal(open.portal, '7001', { dealstage: 'proposal' });
  await check(open);
  expect(await conflictsOf(store.db, 6).list()).toEqual([]);
  expect(shelf.get('sideline_gap')).toMatchObject({ type: 'number', archived: false });
  expect(shownOn(open.portal, '7004')).toHaveProperty('sideline_gap');
});

test('what Sideline wrote is counted by property', async () => {
  const open = await openPortal(7);
  const shown = [...open.portal.state.records(dealType).values()].filter(
    ({ id }) => 'sideline_win_probability' in shownOn(open.portal, id),
  );
  const before = (await summariseWritten(store.db, 7)).find(
    ({ name }) => name === 'sideline_win_probability',
  );
  expect(before).toMatchObject({ deals: shown.length, valuesWritten: shown.length });
  editDeal(open.portal, '7001', { dealstage: 'lost' });
  await check(open);
  const after = (await summariseWritten(store.db, 7)).find(({ name }) => name === 'sideline_win_probability');
  expect(after).toMatchObject({ deals: shown.length - 1, valuesWritten: shown.length + 1 });
  expect(after!.lastWrittenAt!.getTime()).toBeGreaterThanOrEqual(before!.lastWrittenAt!.getTime());
});

test('while a portal is not ready nothing is compared', async () => {
  const open = await openPortal(8);
  await sql`update portal set ready_at = null where id = 8`.execute(store.db);
  await reconcilePortal(await open.sync());
  expect(await reconciliationOf(store.db, 8).read()).toBeNull();
});
