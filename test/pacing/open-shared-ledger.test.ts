import { openPacer, type Ticket } from '../../src/hubspot/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { openSharedLedger } from '../../src/pacing/index.ts';
import { forPortal as pacingOf } from '../../src/pacing/store.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { densest } from '../hubspot/simulated-time.ts';
import { openTestStore } from '../support/open-test-store.ts';

let store: OpenDatabase;
let portalId = 0;
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  await store.close();
});
beforeEach(() => {
  portalId += 1;
});

/** A ledger of a process whose clock is off by so many milliseconds. */
const openLedger = (skewMs = 0) =>
  openSharedLedger({
    db: store.db,
    clock: { now: () => new Date(systemClock.now().getTime() + skewMs) },
  });
const marksOf = (tickets: readonly Ticket[]) => tickets.map(({ mark }) => mark);
const ascending = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other);

test('what one process is given no other is, however many ask at once', async () => {
  const ledgers = Array.from({ length: 8 }, () => openLedger());
  const given: number[] = [];
  for (let round = 0; round < 6; round += 1) {
    const tickets = await Promise.all(
      ledgers.map((ledger) => ledger.reserve(portalId, 'general', { count: 5, unused: [] })),
    );
    given.push(...marksOf(tickets.flat()));
  }
  expect(given).toHaveLength(240);
  expect(densest(given, 10_100)).toBeLessThanOrEqual(105);
  // Fifty at once, the rest one by one, the last thirty in the third window.
  const sorted = ascending(given);
  expect((sorted[239] as number) - (sorted[0] as number)).toBeGreaterThanOrEqual(2 * 10_100);
  expect(new Set(sorted.slice(60)).size).toBe(180);
});

test('searches are a bucket of their own, and so is each portal', async () => {
  const ledger = openLedger();
  const searches = marksOf(await ledger.reserve(portalId, 'search', { count: 5, unused: [] }));
  expect(searches.map((mark) => mark - (searches[0] as number))).toEqual([0, 225, 450, 675, 900]);
  const [general] = marksOf(await ledger.reserve(portalId, 'general', { count: 1, unused: [] }));
  const [neighbour] = marksOf(await ledger.reserve(portalId + 1_000, 'search', { count: 1, unused: [] }));
  for (const mark of [general, neighbour]) expect(mark).toBeLessThan(searches[4] as number);
});

test('a ticket that comes back is given out again', async () => {
  const ledger = openLedger();
  const first = await ledger.reserve(portalId, 'general', { count: 105, unused: [] });
  const [after] = await ledger.reserve(portalId, 'general', { count: 1, unused: [] });
  expect((after as Ticket).mark - (first[0] as Ticket).mark).toBe(10_100);
  const unused = [...first.slice(-10), after as Ticket];
  const again = await ledger.reserve(portalId, 'general', { count: 10, unused });
  expect(marksOf(again)).toEqual(marksOf(first.slice(-10)));
});

test('times are told on the clock of whoever asks', async () => {
  const hour = 3_600_000;
  const [here] = await openLedger().reserve(portalId, 'general', { count: 1, unused: [] });
  const [ahead] = await openLedger(hour).reserve(portalId, 'general', { count: 1, unused: [] });
  expect(Math.abs((ahead as Ticket).at - (here as Ticket).at - hour)).toBeLessThan(5_000);
});

test('a hold is one for everybody, and the longest counts', async () => {
  await openLedger().hold(portalId, 'general', 9_000);
  await openLedger().hold(portalId, 'general', 4_000);
  const counted = await pacingOf(store.db, portalId).read('general');
  const [ticket] = await openLedger().reserve(portalId, 'general', { count: 1, unused: [] });
  expect((ticket as Ticket).mark).toBe(counted?.state.heldUntil);
  expect((counted?.state.heldUntil ?? 0) - (counted?.now ?? 0)).toBeGreaterThan(5_000);
});

test('whoever saves on a state that somebody changed meanwhile is told so', async () => {
  const pacing = pacingOf(store.db, portalId);
  await pacing.open('general');
  const counted = await pacing.read('general');
  if (counted === null) throw new Error('the bucket was opened');
  expect(await pacing.save('general', { sent: [1], heldUntil: 0 }, counted.version)).toBe(true);
  expect(await pacing.save('general', { sent: [2], heldUntil: 0 }, counted.version)).toBe(false);
  expect((await pacing.read('general'))?.state).toEqual({ sent: [1], heldUntil: 0 });
});

test('a pacer sends by it', async () => {
  const pacer = openPacer({
    clock: systemClock,
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    ledger: openLedger(),
  });
  await Promise.all(Array.from({ length: 30 }, () => pacer.acquire(portalId, 'general')));
  const counted = await pacingOf(store.db, portalId).read('general');
  expect(counted?.state.sent).toHaveLength(30);
});
