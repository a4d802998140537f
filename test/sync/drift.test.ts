import { dirtyOwnersOf } from '../../src/mirror/index.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { pullPortal, reviewPortal, workPortal } from '../../src/sync/index.ts';
import { openSync, type OpenSync } from '../support/open-sync.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { countWrites, editDeal, shownOn } from '../support/portal-deals.ts';
import { businessNow } from '../support/small-company.ts';

const portalId = 62515;
let store: OpenDatabase;
let open: OpenSync;
/** Moves when a test says so. */
let now = new Date(businessNow);

beforeAll(async () => {
  store = await openTestStore();
  open = await openSync(store.db, { clock: { now: () => now } });
  await open.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  await pullPortal(await open.sync());
  await workPortal(await open.sync());
});
afterAll(async () => {
  await open.stop();
  await store.close();
});

const work = async () => workPortal(await open.sync());

test('a second pull of an unchanged portal writes nothing, even days later', async () => {
  const before = countWrites(open.portal);
  now = new Date(now.getTime() + 5 * 86_400_000);
  await pullPortal(await open.sync());
  await work();
  expect(countWrites(open.portal)).toBe(before);
});

test('an edited deal is written at once, at its present probability', async () => {
  editDeal(open.portal, '7001', { amount: '31000' });
  await eventsOf(store.db, portalId).note([{ type: 'deal', id: '7001' }]);
  await work();
  const shown = shownOn(open.portal, '7001');
  expect(Number(shown['sideline_forecast_amount'])).toBeCloseTo(
    31_000 * Number(shown['sideline_win_probability']),
  );
});

test('at night, by day and on Mondays the marks say how much drift goes out', async () => {
  const dirty = dirtyOwnersOf(store.db, portalId);
  for (const [pass, level] of [
    ['none', 0],
    ['nightly', 1],
    ['weekly', 2],
  ] as const) {
    await reviewPortal(await open.sync(), pass);
    const marks = await dirty.read(100);
    expect(marks.length).toBeGreaterThan(0);
    expect(new Set(marks.map(({ drift }) => drift))).toEqual(new Set([level]));
    await work();
    expect(await dirty.count()).toBe(0);
  }
  // The stronger wish of two that wait is kept.
  await dirty.markEverybody(2);
  await dirty.mark(['201']);
  expect((await dirty.read(100)).find(({ ownerId }) => ownerId === '201')?.drift).toBe(2);
});
