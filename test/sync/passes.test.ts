import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import {
  outboxOf,
  planWriteBack,
  pullPortal,
  reviewPortal,
  workPortal,
  type PortalSync,
} from '../../src/sync/index.ts';
import { dealsOf, directoryOf, dirtyOwnersOf } from '../../src/mirror/index.ts';
import { goalType } from '../../src/sandbox/portal/objects/object-types.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { openSync, type OpenSync } from '../support/open-sync.ts';
import { openTestStore } from '../support/open-test-store.ts';
import {
  countWrites,
  deleteDeal,
  editDeal,
  shownEverywhere,
  shownOn,
  withoutAsOf,
} from '../support/portal-deals.ts';

let store: OpenDatabase;
let open: OpenSync;
const portalId = 62515;

beforeAll(async () => {
  store = await openTestStore();
  open = await openSync(store.db);
});
afterAll(async () => {
  await open.stop();
  await store.close();
});

const work = async () => workPortal(await open.sync());
/** What the webhook route does with an event of HubSpot's. */
const tell = (...ids: string[]) => eventsOf(store.db, portalId).note(ids.map((id) => ({ type: 'deal', id })));
const known = async (id: string) => (await dealsOf(store.db, portalId).readShown([id])).get(id)?.known;

test('before the first pull is complete nothing is read or written', async () => {
  await tell('7001');
  await work();
  expect(await eventsOf(store.db, portalId).read('deal', 10)).toHaveLength(1);
  expect(countWrites(open.portal)).toBe(0);
});

test('the first pull mirrors every deal', async () => {
  await pullPortal(await open.sync());
  expect(await dealsOf(store.db, portalId).countDeals()).toEqual({ all: 10, open: 7 });
});

test('before ops have said so nothing is written, and the plan changes nothing', async () => {
  await work();
  const plan = await planWriteBack(await open.sync(), ['201']);
  expect(plan.patches.map(({ recordId }) => recordId)).toEqual(['7001']);
  expect(await outboxOf(store.db, portalId).countWaiting()).toBe(0);
  expect(countWrites(open.portal)).toBe(0);
});

test('at level everyone exactly the plan is written', async () => {
  await open.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  const owners = ['', '201', '202', '203', '204', '205', '206', '207'];
  const plan = await planWriteBack(await open.sync(), owners);
  await work();
  for (const { recordId, properties } of plan.patches) {
    const values = Object.entries(withoutAsOf(properties)).filter(([, value]) => value !== '');
    expect(shownOn(open.portal, recordId)).toEqual(Object.fromEntries(values));
  }
  expect(Object.keys(shownEverywhere(open.portal))).toEqual(plan.patches.map(({ recordId }) => recordId));
  expect(await outboxOf(store.db, portalId).countWaiting()).toBe(0);
  expect(await dirtyOwnersOf(store.db, portalId).count()).toBe(0);
});

test('the numbers on the deals are those worked out by hand', () => {
  // Ana: 203,000 + 10,000 of the shared 30,000 = 213,000 of 300,000; 24,000 more would add 8 %.
  expect(shownOn(open.portal, '7001')).toEqual({
    sideline_quota: '300000.00',
    sideline_attainment: '0.7100',
    sideline_gap: '87000.00',
    sideline_deal_adds: '0.0800',
    sideline_period: '2026-Q4',
    sideline_basis: 'owner',
    sideline_currency: 'EUR',
    sideline_win_probability: '0.40',
    sideline_forecast_amount: '9600.00',
  });
  // Ben's deal is in dollars, half a euro each when it was made: 12,000 of 200,000.
  expect(shownOn(open.portal, '7004')).toMatchObject({
    sideline_attainment: '0.2000',
    sideline_deal_adds: '0.0600',
    sideline_forecast_amount: '4800.00',
  });
  // No amount: nothing to add and nothing to weigh, but a probability.
  const withoutAmount = shownOn(open.portal, '7006');
  expect(withoutAmount).toMatchObject({ sideline_win_probability: '0.40', sideline_attainment: '0.0000' });
  expect(withoutAmount).not.toHaveProperty('sideline_forecast_amount');
  expect(withoutAmount).not.toHaveProperty('sideline_deal_adds');
  // Closes in February: adds nothing to this quarter.
  expect(shownOn(open.portal, '7007')).not.toHaveProperty('sideline_deal_adds');
  // Nobody's deal has the deal's own facts alone, and so has one of somebody without a quota.
  for (const id of ['7009', '7010']) {
    expect(Object.keys(shownOn(open.portal, id)).sort()).toEqual([
      'sideline_currency',
      'sideline_forecast_amount',
      'sideline_period',
      'sideline_win_probability',
    ]);
  }
  // Closed deals carry nothing.
  for (const id of ['7002', '7003', '7005']) expect(shownOn(open.portal, id)).toEqual({});
});

test('a second pull and a review write nothing', async () => {
  const before = countWrites(open.portal);
  await pullPortal(await open.sync());
  await work();
  await reviewPortal(await open.sync(), 'weekly');
  await work();
  expect(countWrites(open.portal)).toBe(before);
});

test('a review sees what HubSpot never announces: a goal, a person, a stage', async () => {
  const { state } = open.portal;
  const goals = state.records(goalType);
  const anas = goals.get('9001');
  const [target] = anas?.history['hs_target_amount'] ?? [];
  if (!anas || !target) throw new Error('Ana has a goal');
  const write = (value: string) =>
    goals.put('9001', { ...anas, history: { ...anas.history, hs_target_amount: [{ ...target, value }] } });
  write('426000');
  const ana = state.people.get('201');
  if (ana) state.people.put('208', { ...ana, ownerId: '208', userId: 1208, firstName: 'Fay' });
  const [pipeline] = state.pipelines.values();
  const extra = { id: 'pilot', label: 'Pilot', probability: '0.6' };
  if (pipeline) state.pipelines.put(pipeline.id, { ...pipeline, stages: [extra, ...pipeline.stages] });

  await reviewPortal(await open.sync(), 'weekly');
  await work();
  expect(shownOn(open.portal, '7001')).toMatchObject({
    sideline_quota: '426000.00',
    sideline_attainment: '0.5000',
  });
  expect((await directoryOf(store.db, portalId).listOwners()).map(({ id }) => id)).toContain('208');
  expect((await directoryOf(store.db, portalId).listStages()).map(({ id }) => id)).toContain('pilot');
  write('300000');
  await reviewPortal(await open.sync(), 'weekly');
  await work();
});

test('an edit moves the properties of the deal', async () => {
  editDeal(open.portal, '7001', { amount: '30000', dealstage: 'negotiation' });
  await tell('7001');
  await work();
  expect(shownOn(open.portal, '7001')).toMatchObject({
    sideline_deal_adds: '0.1000',
    sideline_win_probability: '0.80',
    sideline_forecast_amount: '24000.00',
  });
});

test("a change of owner moves the deal's figures to the new owner's", async () => {
  editDeal(open.portal, '7001', { hubspot_owner_id: '202' });
  await tell('7001');
  await work();
  expect(shownOn(open.portal, '7001')).toMatchObject({ sideline_quota: '200000.00' });
  editDeal(open.portal, '7001', { hubspot_owner_id: '201' });
  await tell('7001');
  await work();
  expect(shownOn(open.portal, '7001')).toMatchObject({ sideline_quota: '300000.00' });
});

test("an admin's hand edit of one of our values is repaired", async () => {
  const right = shownOn(open.portal, '7001');
  editDeal(open.portal, '7001', { sideline_attainment: '0.99', sideline_basis: '' });
  expect(shownOn(open.portal, '7001')).not.toEqual(right);
  await tell('7001');
  await work();
  expect(shownOn(open.portal, '7001')).toEqual(right);
});

test('so is one that comes between our write and our remembering it', async () => {
  const right = shownOn(open.portal, '7001');
  editDeal(open.portal, '7001', { amount: '45000' });
  await tell('7001');
  const sync = await open.sync();
  let isEdited = false;
  const session: PortalSync['session'] = {
    ...sync.session,
    async call(call) {
      const answer = await sync.session.call(call);
      if (call.path.endsWith('/batch/update') && !isEdited) {
        isEdited = true;
        editDeal(open.portal, '7001', { sideline_attainment: '0.99' });
        // A full pull that runs beside this pass.
        await pullPortal(await open.sync());
      }
      return answer;
    },
  };
  await workPortal({ ...sync, session });
  await work();
  expect(shownOn(open.portal, '7001')).toMatchObject({ sideline_attainment: '0.7100' });
  editDeal(open.portal, '7001', { amount: '30000' });
  await tell('7001');
  await work();
  expect(shownOn(open.portal, '7001')).toEqual(right);
});

test('winning a deal clears its values and moves those of the owner', async () => {
  editDeal(open.portal, '7008', { dealstage: 'won', closedate: '2026-11-20T11:00:00.000Z' });
  await tell('7008');
  await work();
  expect(shownOn(open.portal, '7008')).toEqual({});
  expect(await known('7008')).toEqual({});
});

test('reopening it within the quarter takes the credit back and shows values again', async () => {
  editDeal(open.portal, '7008', { dealstage: 'negotiation', closedate: '2026-12-20T11:00:00.000Z' });
  await tell('7008');
  await work();
  // Eva: two thirds of 30,000 = 20,000 of 80,000.
  expect(shownOn(open.portal, '7008')).toMatchObject({
    sideline_attainment: '0.2500',
    sideline_deal_adds: '0.3000',
  });
});

test('a deleted deal is forgotten, with its credit', async () => {
  deleteDeal(open.portal, '7005');
  await tell('7005');
  await work();
  expect(await dealsOf(store.db, portalId).read('7005')).toBeNull();
  expect(shownOn(open.portal, '7004')).toMatchObject({ sideline_attainment: '0.0000' });
});

test('a deal that disappears unannounced is forgotten by the next pull', async () => {
  deleteDeal(open.portal, '7010');
  await pullPortal(await open.sync());
  await work();
  expect(await dealsOf(store.db, portalId).read('7010')).toBeNull();
});
