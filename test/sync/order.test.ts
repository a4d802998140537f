import type { PortalSession } from '../../src/hubspot/index.ts';
import { makeCompany } from '../../src/sandbox/company/index.ts';
import { enlargeSeed } from '../../src/sandbox/enlarge-seed.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { outboxOf, pullPortal, workPortal, type PortalSync } from '../../src/sync/index.ts';
import { openSync, type OpenSync } from '../support/open-sync.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { editDeal, shownOn } from '../support/portal-deals.ts';
import { businessNow, seedDeal, smallCompany } from '../support/small-company.ts';

let store: OpenDatabase;
let open: OpenSync;

beforeAll(async () => {
  store = await openTestStore();
});
afterEach(() => open.stop());
afterAll(() => store.close());

interface Update {
  readonly inputs: readonly { readonly id: string }[];
}

/** A pass whose calls that write are noted as they are sent, and `tap` is called with how many there were before. */
async function watched(updates: Update[], tap: (before: number) => Promise<void> = async () => {}) {
  const sync = await open.sync();
  const session: PortalSession = {
    ...sync.session,
    async call(call) {
      if (call.path.endsWith('/batch/update')) {
        updates.push(call.json as Update);
        await tap(updates.length - 1);
      }
      return sync.session.call(call);
    },
  };
  return { ...sync, session } satisfies PortalSync;
}

test('every call is full but the last one, however many people own the deals', async () => {
  const company = enlargeSeed(makeCompany({ now: new Date(businessNow), seed: 7 }), 3_260);
  open = await openSync(store.db, {
    adminUserId: company.users.find(({ superAdmin }) => superAdmin)?.userId ?? 0,
    seed: () => ({ ...company, account: { ...company.account, portalId: 71 } }),
  });
  await pullPortal(await open.sync());
  await open.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  const updates: Update[] = [];
  await workPortal(await watched(updates));
  const sizes = updates.map(({ inputs }) => inputs.length);
  expect(sizes.length).toBeGreaterThan(2);
  expect(sizes.slice(0, -1).every((size) => size === 100)).toBe(true);
  expect(new Set(updates.flatMap(({ inputs }) => inputs.map(({ id }) => id))).size).toBe(
    sizes.reduce((sum, size) => sum + size, 0),
  );
});

test('what somebody edits meanwhile goes out before what was waiting', async () => {
  const ids = Array.from({ length: 950 }, (_, index) => String(80_000 + index));
  const sellers = ['ana', 'ben', 'cleo', 'dan', 'eva'] as const;
  open = await openSync(store.db, {
    seed: () => {
      const company = smallCompany();
      const deals = ids.map((id, index) => seedDeal(id, sellers[index % sellers.length] ?? null));
      return { ...company, account: { ...company.account, portalId: 72 }, deals };
    },
  });
  await pullPortal(await open.sync());
  await open.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  const last = ids.at(-1) ?? '';
  const updates: Update[] = [];
  const sync = await watched(updates, async (before) => {
    if (before > 0) return;
    editDeal(open.portal, last, { amount: '31000' });
    await eventsOf(store.db, 72).note([{ type: 'deal', id: last }]);
  });
  await workPortal(sync);
  const sent = updates.findIndex(({ inputs }) => inputs.some(({ id }) => id === last));
  expect(sent).toBeLessThan(updates.length - 3);
  expect(updates[sent]?.inputs[0]?.id).toBe(last);
  expect(await outboxOf(store.db, 72).countWaiting()).toBe(0);
  // 40 % of what it holds now.
  expect(shownOn(open.portal, last)).toMatchObject({ sideline_forecast_amount: '12400.00' });
});
