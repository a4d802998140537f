import { forPortal as installOf } from '../../src/install/store.ts';
import { openPauses } from '../../src/pacing/index.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { openTestStore } from '../support/open-test-store.ts';

let store: OpenDatabase;
let portalId = 0;
let aheadMs = 0;
/** The real clock: the store counts on its own. */
const clock = { now: () => new Date(Date.now() + aheadMs) };
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await store.close();
});
beforeEach(() => {
  portalId += 1;
  aheadMs = 0;
});

const minute = 60_000;
const move = (forMs: number | null) => ({ reason: 'migrating' as const, forMs, message: 'Being moved.' });

test('a pause holds for every process, and after a start', async () => {
  expect(await openPauses({ db: store.db, clock }).read(portalId)).toBeNull();
  await openPauses({ db: store.db, clock }).begin(portalId, move(90 * minute));
  const pause = await openPauses({ db: store.db, clock }).read(portalId);
  expect(pause).toMatchObject({ reason: 'migrating', message: 'Being moved.' });
  expect(pause?.leftMs).toBeGreaterThan(89 * minute);
  expect(pause?.leftMs).toBeLessThanOrEqual(90 * minute);
  expect(Math.abs((pause?.until.getTime() ?? 0) - Date.now() - 90 * minute)).toBeLessThan(minute);
  expect(await openPauses({ db: store.db, clock }).read(portalId + 1_000)).toBeNull();
});

test('a process hears of another one’s pause within seconds, and counts its own down', async () => {
  const [one, other] = [openPauses({ db: store.db, clock }), openPauses({ db: store.db, clock })];
  expect(await other.read(portalId)).toBeNull();
  await one.begin(portalId, move(60 * minute));
  expect(await one.read(portalId)).not.toBeNull();
  aheadMs = 5_001;
  expect(await other.read(portalId)).not.toBeNull();
});

test('a pause that is over is none', async () => {
  const pauses = openPauses({ db: store.db, clock });
  await pauses.begin(portalId, move(4_000));
  aheadMs = 4_001;
  expect(await pauses.read(portalId)).toBeNull();
  await pauses.begin(portalId + 1_000, move(-1));
  expect(await pauses.read(portalId + 1_000)).toBeNull();
});

test('the longer of two pauses holds', async () => {
  const pauses = openPauses({ db: store.db, clock });
  await pauses.begin(portalId, move(90 * minute));
  await pauses.begin(portalId, { reason: 'rate_limited', forMs: 5 * minute, message: 'Daily.' });
  expect(await pauses.read(portalId)).toMatchObject({ reason: 'migrating' });
  await pauses.begin(portalId, { reason: 'rate_limited', forMs: 120 * minute, message: 'Daily.' });
  expect(await pauses.read(portalId)).toMatchObject({ reason: 'rate_limited', message: 'Daily.' });
});

test('without a word of how long, a move lasts an hour and a daily limit until the portal’s midnight', async () => {
  const pauses = openPauses({ db: store.db, clock });
  await pauses.begin(portalId, move(null));
  expect((await pauses.read(portalId))?.leftMs).toBeGreaterThan(59 * minute);
  portalId += 1;
  await installOf(store.db, portalId).connect(
    { name: 'P', timeZone: 'Asia/Kathmandu', companyCurrency: 'EUR', installedBy: '1', scopes: ['oauth'] },
    { access: 'a', refresh: 'r', expiresAt: new Date() },
    new Date(),
  );
  await pauses.begin(portalId, { reason: 'rate_limited', forMs: null, message: 'Daily.' });
  const until = (await pauses.read(portalId))?.until ?? new Date(0);
  // Kathmandu is 5 h 45 min ahead of Greenwich all year; a few milliseconds pass between the two clocks.
  const wallClock = new Date(until.getTime() + (5 * 60 + 45) * minute + 30_000);
  expect([wallClock.getUTCHours(), wallClock.getUTCMinutes()]).toEqual([0, 0]);
  expect(until.getTime() - Date.now()).toBeLessThanOrEqual(24 * 60 * minute + 1_000);
});
