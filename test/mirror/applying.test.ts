import fc from 'fast-check';
import { sql } from 'kysely';
import { applyingTo, dealsOf, dirtyOwnersOf, NOBODY, type CreditedDeal } from '../../src/mirror/index.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { creditedDeal, wonFacts } from '../support/mirrored-deals.ts';
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

const apply = (...deals: CreditedDeal[]) => applyingTo(store.db, portalId).apply(deals);
const read = (id = '7001') => dealsOf(store.db, portalId).read(id);
const dirty = async () => (await dirtyOwnersOf(store.db, portalId).read(100)).map(({ ownerId }) => ownerId);
const clean = async () => {
  const open = dirtyOwnersOf(store.db, portalId);
  await open.clear(await open.read(100));
};
const minute = (n: number) => new Date(Date.UTC(2026, 10, 1, 9, n));

test('what was applied comes back whole', async () => {
  const won = creditedDeal(
    {
      ...wonFacts,
      name: 'Ümlaut "quoted" \\ 深',
      currency: 'USD',
      exchangeRate: '0.5',
      forecastCategory: 'COMMIT',
      wonExitedAt: minute(3),
      known: { sideline_quota: '1.00' },
    },
    { '201': '0.4', '202': '0.6' },
  );
  await apply(won);
  const stored = await read();
  expect(stored?.deal).toEqual(won.deal);
  expect(stored?.splits.toSorted((a, b) => a.ownerId.localeCompare(b.ownerId))).toEqual(won.splits);
});

test('an older answer is dropped, an equally old one is taken', async () => {
  await apply(creditedDeal({ name: 'newer', modifiedAt: minute(5) }));
  await apply(creditedDeal({ name: 'older', modifiedAt: minute(4) }));
  expect((await read())?.deal.name).toBe('newer');
  await apply(creditedDeal({ name: 'read again', modifiedAt: minute(5) }));
  expect((await read())?.deal.name).toBe('read again');
});

test('the same deal twice in one answer counts once, as it is newest', async () => {
  await apply(
    creditedDeal({ name: 'newer', modifiedAt: minute(5) }, { '201': '1' }),
    creditedDeal({ name: 'older', modifiedAt: minute(4) }, { '201': '1' }),
  );
  expect((await read())?.deal.name).toBe('newer');
  expect((await read())?.splits).toHaveLength(1);
});

test('everybody whose numbers a change touches is marked, and nobody else', async () => {
  await apply(creditedDeal(), creditedDeal({ id: '7002', ownerId: '209' }));
  expect(await dirty()).toEqual(['201', '209']);
  await clean();
  // The owner before and after, and both partners.
  await apply(creditedDeal({ ownerId: '202', modifiedAt: minute(1) }, { '203': '0.5', '204': '0.5' }));
  expect(await dirty()).toEqual(['201', '202', '203', '204']);
  await clean();
  // The partners of before, too.
  await apply(creditedDeal({ ownerId: '202', modifiedAt: minute(2) }));
  expect(await dirty()).toEqual(['202', '203', '204']);
  await clean();
  // A dropped answer touches nobody.
  await apply(creditedDeal({ ownerId: '205', modifiedAt: minute(1) }));
  expect(await dirty()).toEqual([]);
});

test("holders of a former owner's credit are marked when the credit moves", async () => {
  await apply(creditedDeal({ ...wonFacts, ownerId: '201' }));
  await clean();
  await apply(creditedDeal({ ...wonFacts, ownerId: null, modifiedAt: minute(1) }));
  expect(await dirty()).toEqual([NOBODY, '201']);
});

test('a removed deal takes its splits and credit along and marks those it touched', async () => {
  await apply(creditedDeal({ ...wonFacts }, { '201': '0.5', '203': '0.5' }));
  await clean();
  await applyingTo(store.db, portalId).remove(['7001', '404']);
  expect(await read()).toBeNull();
  for (const table of ['credit', 'deal_split'] as const) {
    const rows = await store.db.selectFrom(table).selectAll().where('portal_id', '=', portalId).execute();
    expect(rows).toEqual([]);
  }
  expect(await dirty()).toEqual(['201', '203']);
});

test('more deals than a statement has parameters for', async () => {
  const many = Array.from({ length: 3_000 }, (_, index) =>
    creditedDeal({ id: String(10_000 + index), ownerId: String(index) }),
  );
  await apply(...many);
  expect(await dealsOf(store.db, portalId).countDeals()).toEqual({ all: 3_000, open: 3_000 });
  await applyingTo(store.db, portalId).remove(many.map(({ deal }) => deal.id));
  expect(await dealsOf(store.db, portalId).countDeals()).toEqual({ all: 0, open: 0 });
  await dirtyOwnersOf(store.db, portalId).markEverybody();
  expect(await dirtyOwnersOf(store.db, portalId).count()).toBe(3_000);
});

test('the order and number of answers do not matter', async () => {
  const state = fc.record({
    id: fc.constantFrom('7001', '7002'),
    minute: fc.integer({ min: 0, max: 5 }),
  });
  // What HubSpot shows of a deal at a moment is one thing, however often it is read.
  const shown = ({ id, minute: at }: { id: string; minute: number }): CreditedDeal =>
    creditedDeal(
      {
        ...(at % 2 === 1 ? wonFacts : {}),
        id,
        name: `${id} at ${at}`,
        ownerId: [null, '201', '202'][at % 3] ?? null,
        modifiedAt: minute(at),
        homeMinor: 100 + at,
      },
      at === 3 ? { '201': '0.5', '204': '0.5' } : {},
    );
  const endState = async () => {
    const ofPortal = sql`where portal_id = ${portalId}`;
    const rows = await Promise.all([
      sql`select to_jsonb(t) - 'portal_id' - 'news' as row from deal t ${ofPortal} order by t.id`.execute(
        store.db,
      ),
      sql`select to_jsonb(t) - 'portal_id' as row from credit t ${ofPortal} order by t.deal_id, t.owner_id`.execute(
        store.db,
      ),
      sql`select to_jsonb(t) - 'portal_id' as row from deal_split t ${ofPortal} order by t.deal_id, t.owner_id`.execute(
        store.db,
      ),
    ]);
    return rows.map((each) => each.rows);
  };
  await fc.assert(
    fc.asyncProperty(
      fc
        .array(state, { minLength: 1, maxLength: 6 })
        .chain((states) =>
          fc.tuple(
            fc.constant(states),
            fc.shuffledSubarray([...states, ...states], { minLength: states.length }),
            fc.integer({ min: 1, max: 4 }),
          ),
        ),
      async ([states, shuffled, batch]) => {
        portalId += 1;
        await apply(...states.toSorted((a, b) => a.minute - b.minute).map(shown));
        const expected = await endState();
        portalId += 1;
        // Any order and repetition in which each state arrives at least once.
        const arriving = [...shuffled, ...states];
        for (let start = 0; start < arriving.length; start += batch) {
          await apply(...arriving.slice(start, start + batch).map(shown));
        }
        expect(await endState()).toEqual(expected);
      },
    ),
    { numRuns: 40 },
  );
});

test('an activity alone is taken over and touches nobody; one with a new amount does', async () => {
  await apply(creditedDeal());
  await clean();
  const activity = { lastActivityAt: minute(1), nextActivityAt: minute(9), hasNextStep: true };
  await apply(creditedDeal({ ...activity, modifiedAt: minute(1) }));
  expect((await read())?.deal).toMatchObject(activity);
  expect(await dirty()).toEqual([]);
  await apply(creditedDeal({ hasNextStep: false, homeMinor: 1, modifiedAt: minute(2) }));
  expect(await dirty()).toEqual(['201']);
});

test('each time the close date of an open deal moves back by a day or more is counted once', async () => {
  const pushes = async () =>
    (
      await store.db
        .selectFrom('deal')
        .select('pushes')
        .where('portal_id', '=', portalId)
        .executeTakeFirstOrThrow()
    ).pushes;
  const closing = (day: number, at: number, change = {}) =>
    apply(
      creditedDeal({ closeAt: new Date(Date.UTC(2026, 11, day, 11)), modifiedAt: minute(at), ...change }),
    );
  await closing(1, 1);
  await closing(8, 2);
  // The same again, and a day earlier.
  await closing(8, 2);
  await closing(7, 3);
  expect(await pushes()).toBe(1);
  await closing(20, 4);
  expect(await pushes()).toBe(2);
  // Once it is closed a later date is the day it was won.
  await closing(28, 5, { isClosed: true });
  expect(await pushes()).toBe(2);
});
