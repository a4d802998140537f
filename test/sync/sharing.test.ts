import { pullPortal, workPortal } from '../../src/sync/index.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { openSync, type OpenSync } from '../support/open-sync.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { shownEverywhere, shownOn } from '../support/portal-deals.ts';

let store: OpenDatabase;
let open: OpenSync;

beforeAll(async () => {
  store = await openTestStore();
  open = await openSync(store.db);
  await pullPortal(await open.sync());
});
afterAll(async () => {
  await open.stop();
  await store.close();
});

const share = async (sharingLevel: 'everyone' | 'team' | 'cards') => {
  await open.choose({ sharingLevel, mayWriteBack: true });
  await workPortal(await open.sync());
};

const figures = ['quota', 'attainment', 'gap', 'deal_adds', 'basis'].map((name) => `sideline_${name}`);

/** Everybody's own quota, credit and gap in euros and what follows from them. */
const individual = {
  ana: { quota: 300_000, credited: 213_000 },
  ben: { quota: 200_000, credited: 40_000 },
  cleo: { quota: 150_000, credited: 0 },
  dan: { quota: 100_000, credited: 0 },
  eva: { quota: 80_000, credited: 20_000 },
};

test("at level team deals show the figures of the owner's published group", async () => {
  await share('team');
  // North: 253,000 of 750,000.
  const north = { sideline_basis: 'team', sideline_quota: '750000.00', sideline_attainment: '0.3373' };
  for (const id of ['7001', '7004', '7006', '7007']) expect(shownOn(open.portal, id)).toMatchObject(north);
  expect(shownOn(open.portal, '7001')).toMatchObject({
    sideline_gap: '497000.00',
    sideline_deal_adds: '0.0320',
  });
});

test('a group under four carriers, also as what is left of a larger one, publishes nothing', () => {
  for (const id of ['7008', '7009', '7010']) {
    expect(Object.keys(shownOn(open.portal, id)).filter((name) => figures.includes(name))).toEqual([]);
  }
});

test('at level team nobody is found in any value, nor worked out of a deal', () => {
  const amounts = new Map([
    ['7001', 24_000],
    ['7004', 12_000],
    ['7008', 24_000],
  ]);
  const shown = Object.entries(shownEverywhere(open.portal));
  const computable = shown.flatMap(([id, values]) => {
    const [quota, attainment, gap, adds] = ['quota', 'attainment', 'gap', 'deal_adds'].map((name) =>
      Number(values[`sideline_${name}`] ?? NaN),
    ) as [number, number, number, number];
    const amount = amounts.get(id) ?? NaN;
    return [quota, attainment * quota, gap, quota - gap, amount / adds, gap / (1 - attainment)];
  });
  for (const { quota, credited } of Object.values(individual)) {
    for (const own of [quota, quota - credited, ...(credited > 0 ? [credited] : [])]) {
      expect(computable.filter((value) => Math.abs(value - own) < own * 0.01)).toEqual([]);
    }
  }
});

test("at level everyone deals show their owner's own, and lowering the level takes them back", async () => {
  await share('everyone');
  expect(shownOn(open.portal, '7001')).toMatchObject({
    sideline_basis: 'owner',
    sideline_quota: '300000.00',
  });
  await share('team');
  expect(shownOn(open.portal, '7001')).toMatchObject({ sideline_basis: 'team', sideline_quota: '750000.00' });
  // South is not published: nothing of Eva's may be left.
  for (const name of figures) expect(shownOn(open.portal, '7008')).not.toHaveProperty(name);
});

test("at level cards only the deal's own facts stand", async () => {
  await share('cards');
  const shown = Object.values(shownEverywhere(open.portal));
  expect(shown).toHaveLength(7);
  for (const values of shown) {
    for (const name of figures) expect(values).not.toHaveProperty(name);
    expect(values).toHaveProperty('sideline_win_probability');
  }
});
