import { err } from '../../src/kernel/result.ts';
import { directoryOf, dealsOf, dirtyOwnersOf } from '../../src/mirror/index.ts';
import { featureNames, featuresOf, readFeatures } from '../../src/install/index.ts';
import { forPortal as installOf } from '../../src/install/store.ts';
import { quotasOf } from '../../src/domains/quota/index.ts';
import { provisionProperties } from '../../src/install/provision-properties.ts';
import { dealType } from '../../src/sandbox/portal/objects/object-types.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import {
  outboxOf,
  pullPortal,
  reconcilePortal,
  retryParked,
  workPortal,
  type PortalSync,
} from '../../src/sync/index.ts';
import { openSync, type OpenSync } from '../support/open-sync.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { countWrites, deleteDeal, editDeal, shownOn } from '../support/portal-deals.ts';
import { smallCompany } from '../support/small-company.ts';
import { manifest } from '../support/start-portal.ts';

let store: OpenDatabase;
const opened: OpenSync[] = [];

beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  for (const open of opened) await open.stop();
  await store.close();
});

/** Each in a portal of its own number, so that one store serves all. */
async function openPortal(portalId: number, options: Parameters<typeof openSync>[1] = {}) {
  const seed = smallCompany();
  const open = await openSync(store.db, {
    ...options,
    seed: () => ({ ...seed, account: { ...seed.account, portalId } }),
  });
  opened.push(open);
  await pullPortal(await open.sync());
  await open.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  return open;
}

/** How many batches of values a pass sends. */
function countUpdates(sync: PortalSync) {
  let updates = 0;
  const session: PortalSync['session'] = {
    ...sync.session,
    call: (call) => {
      if (call.path.endsWith('/batch/update')) updates += 1;
      return sync.session.call(call);
    },
  };
  return { sync: { ...sync, session, openSession: () => session }, updates: () => updates };
}

test('without the permission to write nothing is written and nothing fails', async () => {
  const open = await openPortal(1, { withoutScopes: ['crm.objects.deals.write'] });
  expect(open.portal.state.groups(dealType).get('sideline')).toBeUndefined();
  await workPortal(await open.sync());
  expect(countWrites(open.portal)).toBe(0);
  expect(await outboxOf(store.db, 1).countWaiting()).toBe(0);
  expect(await dealsOf(store.db, 1).countDeals()).toEqual({ all: 10, open: 7 });
});

test('with the required permissions alone everything that they allow is read', async () => {
  const open = await openPortal(2, { withoutScopes: manifest.scopes.optional.map(({ name }) => name) });
  await workPortal(await open.sync());
  expect(await dealsOf(store.db, 2).countDeals()).toEqual({ all: 10, open: 7 });
  expect(await directoryOf(store.db, 2).listOwners()).toHaveLength(7);
  expect(await quotasOf(store.db, 2).listQuotas(['2026-Q4'])).toEqual([]);
  // Nobody may say how it is split, so the owner has the whole deal.
  expect(await quotasOf(store.db, 2).listCredits(['2026-Q4'], 'EUR', ['201'])).toMatchObject([
    { dealId: '7002', amount: { minor: 20_300_000 } },
    { dealId: '7003', amount: { minor: 3_000_000 } },
  ]);
});

test('a permission that HubSpot takes back later switches off the writing alone, until it is asked again', async () => {
  const open = await openPortal(3);
  const sync = await open.sync();
  let updates = 0;
  const session: PortalSync['session'] = {
    ...sync.session,
    call: async (call) => {
      if (!call.path.endsWith('/batch/update')) return sync.session.call(call);
      updates += 1;
      return err({ code: 'forbidden', status: 403, message: 'This user may not edit deals.' });
    },
  };
  await workPortal({ ...sync, session });
  await workPortal({ ...sync, session });
  expect(updates).toBe(1);
  const writing = (await readFeatures(sync, sync.portal)).find(
    ({ feature }) => feature === featureNames.writing,
  );
  expect(writing).toMatchObject({
    state: 'refused',
    message: expect.stringContaining('This user may not edit deals.'),
  });
  expect(await dirtyOwnersOf(store.db, 3).count()).toBe(0);
  expect(await outboxOf(store.db, 3).countWaiting()).toBe(7);
  await featuresOf(store.db, 3).switch(featureNames.writing, true);
  await workPortal(sync);
  expect(await outboxOf(store.db, 3).countWaiting()).toBe(0);
  expect(shownOn(open.portal, '7001')).toMatchObject({ sideline_attainment: '0.7100' });
});

test("a row that HubSpot refuses for good is set aside with HubSpot's words, and the rest goes on", async () => {
  const open = await openPortal(4);
  // An admin has made the basis a list that the owner is not on.
  const shelf = open.portal.state.definitions(dealType);
  const basis = shelf.get('sideline_basis');
  if (!basis) throw new Error('the property was not provisioned');
  shelf.put('sideline_basis', { ...basis, options: basis.options.filter(({ value }) => value !== 'owner') });
  await workPortal(await open.sync());
  const parked = await outboxOf(store.db, 4).listParked();
  // All whose owner has a quota; those of nobody and of Maria have no basis.
  expect(parked.map(({ recordId }) => recordId)).toEqual(['7001', '7004', '7006', '7007', '7008']);
  expect(parked[0]?.code).toBe('INVALID_OPTION');
  expect(parked[0]?.message).toContain('owner');
  expect(await outboxOf(store.db, 4).countWaiting()).toBe(0);
  expect(shownOn(open.portal, '7009')).toHaveProperty('sideline_win_probability');

  // Looking at everybody again mends nothing, so that nothing is asked again ...
  const asked = countUpdates(await open.sync());
  await dirtyOwnersOf(store.db, 4).markEverybody();
  await workPortal(asked.sync);
  expect(asked.updates()).toBe(0);
  expect(await outboxOf(store.db, 4).listParked()).toEqual(parked);
  // ... an edit of the deal may have, and is refused again, ...
  editDeal(open.portal, '7001', { amount: '25000' });
  await eventsOf(store.db, 4).note([{ type: 'deal', id: '7001' }]);
  await workPortal(asked.sync);
  expect(asked.updates()).toBeGreaterThan(0);
  expect((await outboxOf(store.db, 4).listParked()).map(({ recordId }) => recordId)).toEqual(
    parked.map(({ recordId }) => recordId),
  );
  // ... and the next check gives our property the option back, and everything goes out.
  await reconcilePortal(await open.sync());
  await workPortal(await open.sync());
  expect(await outboxOf(store.db, 4).listParked()).toEqual([]);
  expect(shownOn(open.portal, '7001')).toMatchObject({ sideline_basis: 'owner' });
});

test('provisioning again changes nothing', async () => {
  const open = await openPortal(5);
  const before = open.portal.state.definitions(dealType).values();
  const scopes = (await installOf(store.db, 5).read())?.scopes ?? [];
  expect(await provisionProperties(open.session, manifest, scopes, [])).toEqual({
    ok: true,
    value: { provisioned: true, made: [], conflicts: [] },
  });
  expect(open.portal.state.definitions(dealType).values()).toEqual(before);
});

test('rates that HubSpot refuses just now stay known; those that ops do not want go', async () => {
  const open = await openPortal(62);
  const rates = () => directoryOf(store.db, 62).listRates();
  const known = await rates();
  expect(known).toMatchObject([{ currency: 'USD' }]);
  const sync = await open.sync();
  const session: PortalSync['session'] = {
    ...sync.session,
    call: (call) =>
      call.path.includes('/currencies/')
        ? Promise.resolve(err({ code: 'forbidden', status: 403, message: 'Not just now.' }))
        : sync.session.call(call),
  };
  await pullPortal({ ...sync, session, openSession: () => session });
  expect(await rates()).toEqual(known);
  await featuresOf(store.db, 62).switch(featureNames.currencies, false);
  await pullPortal(await open.sync());
  expect(await rates()).toEqual([]);
});

test('two goals that say the same thing of one person do not stop the pull', async () => {
  const seed = smallCompany();
  const [first] = seed.goals;
  if (!first) throw new Error('the company has goals');
  const open = await openSync(store.db, {
    seed: () => ({
      ...seed,
      account: { ...seed.account, portalId: 6 },
      goals: [...seed.goals, { ...first, id: '9100', amount: '310000' }],
    }),
  });
  opened.push(open);
  await pullPortal(await open.sync());
  const quotas = await quotasOf(store.db, 6).listQuotas(['2026-Q4']);
  expect(quotas.filter(({ subjectId }) => subjectId === '201')).toMatchObject([{ amountMinor: 31_000_000 }]);
});

test('one deal that breaks a rule of the portal holds up none of the others, and waits until somebody says', async () => {
  const open = await openPortal(7);
  // The portal wants a reason on this one: HubSpot refuses a batch that holds it whole.
  const rule = { isOn: true };
  const sync = await open.sync();
  const session: PortalSync['session'] = {
    ...sync.session,
    call: async (call) => {
      const holdsIt = JSON.stringify('json' in call ? call.json : null).includes('"7001"');
      return rule.isOn && holdsIt && call.path.endsWith('/batch/update')
        ? err({
            code: 'rejected',
            status: 400,
            reason: 'REQUIRED_PROPERTY',
            message: 'Lost reason is required.',
          })
        : sync.session.call(call);
    },
  };
  const ruled = { ...sync, session };
  await workPortal(ruled);
  expect(await outboxOf(store.db, 7).listParked()).toEqual([
    { recordId: '7001', code: 'REQUIRED_PROPERTY', message: 'Lost reason is required.' },
  ]);
  expect(await outboxOf(store.db, 7).countWaiting()).toBe(0);
  expect(shownOn(open.portal, '7004')).toHaveProperty('sideline_win_probability');

  rule.isOn = false;
  const sent: string[] = [];
  const queue = { send: async (name: string) => void sent.push(name) };
  expect(await retryParked({ db: store.db, queue }, 7, ['7004'])).toBe(0);
  expect(await retryParked({ db: store.db, queue }, 7, null)).toBe(1);
  expect(sent).toEqual(['work-portal']);
  await workPortal(ruled);
  expect(await outboxOf(store.db, 7).listParked()).toEqual([]);
  expect(shownOn(open.portal, '7001')).toHaveProperty('sideline_win_probability');
});

test('a deal that is gone without a word is forgotten once HubSpot does not find it', async () => {
  const open = await openPortal(8);
  deleteDeal(open.portal, '7001');
  await workPortal(await open.sync());
  expect(await dealsOf(store.db, 8).read('7001')).toBeNull();
  expect(await outboxOf(store.db, 8).listParked()).toEqual([]);
});
