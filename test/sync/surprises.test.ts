import { forPortal as installOf } from '../../src/install/store.ts';
import { applyingTo, dealsOf } from '../../src/mirror/index.ts';
import { dealType } from '../../src/sandbox/portal/objects/object-types.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { forPortal as progressOf } from '../../src/sync/progress/store.ts';
import { outboxOf, pullPortal, reviewPortal, workPortal } from '../../src/sync/index.ts';
import { openSync, type OpenSync } from '../support/open-sync.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { deleteDeal, editDeal, shownOn } from '../support/portal-deals.ts';

const portalId = 62515;
let store: OpenDatabase;
let open: OpenSync;

beforeAll(async () => {
  store = await openTestStore();
  open = await openSync(store.db);
  await open.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  await pullPortal(await open.sync());
  await workPortal(await open.sync());
});
afterAll(async () => {
  await open.stop();
  await store.close();
});

const work = async () => workPortal(await open.sync());
const tell = (...ids: string[]) => eventsOf(store.db, portalId).note(ids.map((id) => ({ type: 'deal', id })));
const deals = () => dealsOf(store.db, portalId);

test('values that wait for a deal do not reach it once it is closed', async () => {
  await outboxOf(store.db, portalId).put([{ recordId: '7001', desired: { sideline_quota: '300000.00' } }]);
  const before = (await deals().readShown(['7001'])).get('7001');
  await deals().rememberWritten([
    {
      id: '7001',
      values: Object.fromEntries(Object.keys(before?.known ?? {}).map((name) => [name, ''])),
      before: before!,
    },
  ]);
  editDeal(open.portal, '7001', { dealstage: 'lost', sideline_quota: '' });
  await tell('7001');
  await work();
  expect(shownOn(open.portal, '7001')).toEqual({});
});

test('a level that is lowered while a pass runs is carried out by that pass', async () => {
  editDeal(open.portal, '7001', { dealstage: 'proposal' });
  await tell('7001');
  const running = await open.sync();
  await open.choose({ sharingLevel: 'cards' });
  await workPortal(running);
  expect(shownOn(open.portal, '7001')).not.toHaveProperty('sideline_quota');
  await open.choose({ sharingLevel: 'everyone' });
  await work();
  expect(shownOn(open.portal, '7001')).toHaveProperty('sideline_quota');
});

test('a property that an admin deleted is made again, and the values are written', async () => {
  const shelf = open.portal.state.definitions(dealType);
  const gap = shelf.get('sideline_gap');
  shelf.put('sideline_gap', { ...gap!, archived: true });
  editDeal(open.portal, '7001', { amount: '31000' });
  await tell('7001');
  await work();
  expect(shelf.get('sideline_gap')?.archived).toBe(false);
  expect(shownOn(open.portal, '7001')['sideline_forecast_amount']).toBe('12400.00');
  expect(await outboxOf(store.db, portalId).listParked()).toEqual([]);
});

test('a deal deleted while a pull holds its page does not come back', async () => {
  const sync = await open.sync();
  await progressOf(store.db, portalId).begin(sync.clock.now());
  const page = await deals().read('7002');
  deleteDeal(open.portal, '7002');
  await tell('7002');
  await work();
  // The page that was read before is applied only now.
  await applyingTo(store.db, portalId).apply([
    { deal: page!.deal, splits: [], credits: [], exclusion: null },
  ]);
  await progressOf(store.db, portalId).finish(sync.clock.now());
  await work();
  expect(await deals().read('7002')).toBeNull();
});

test('another time zone or other periods leave the portal unready until every deal is read again', async () => {
  const install = installOf(store.db, portalId);
  await install.saveAccount({ timeZone: 'America/New_York', companyCurrency: 'EUR' });
  expect((await install.read())?.readyAt).toBeNull();
  // The review reads the account again, which is Berlin's.
  await reviewPortal(await open.sync(), 'nightly');
  await pullPortal(await open.sync());
  expect((await install.read())?.readyAt).not.toBeNull();
  await install.saveAccount({ timeZone: 'Europe/Berlin', companyCurrency: 'EUR' });
  expect((await install.read())?.readyAt).not.toBeNull();
  await install.choose({ fiscalStartMonth: 2 });
  expect((await install.read())?.readyAt).toBeNull();
  await pullPortal(await open.sync());
  const credits = await store.db.selectFrom('credit').select('period_key').distinct().execute();
  expect(credits.map(({ period_key }) => period_key)).toContain('2027-Q4');
});
