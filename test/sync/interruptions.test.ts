import type { Kysely, KyselyPlugin } from 'kysely';
import { dealsOf, dirtyOwnersOf } from '../../src/mirror/index.ts';
import type { HubSpotCall } from '../../src/hubspot/perform-call.ts';
import type { PortalSession } from '../../src/hubspot/index.ts';
import type { OpenDatabase, Tables } from '../../src/store/index.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { outboxOf, pullPortal, workPortal, type PortalSync } from '../../src/sync/index.ts';
import { openSync, type OpenSync } from '../support/open-sync.ts';
import { openTestStore } from '../support/open-test-store.ts';
import { editDeal, shownEverywhere, withoutAsOf } from '../support/portal-deals.ts';

const portalId = 62515;
let store: OpenDatabase;
let open: OpenSync;

beforeAll(async () => {
  store = await openTestStore();
  open = await openSync(store.db);
  await pullPortal(await open.sync());
  await open.choose({ sharingLevel: 'team', mayWriteBack: true });
  await workPortal(await open.sync());
});
afterAll(async () => {
  await open.stop();
  await store.close();
});

class Killed extends Error {}

/** Ends the pass at its n-th step: at a statement before it runs, at a call once HubSpot has done it. */
function killAt(sync: PortalSync, step: number): PortalSync {
  let steps = 0;
  const count = (): void => {
    steps += 1;
    if (steps === step) throw new Killed();
  };
  const killer: KyselyPlugin = {
    transformQuery({ node }) {
      count();
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const session: PortalSession = {
    ...sync.session,
    async call<Value>(call: HubSpotCall<Value>) {
      const answer = await sync.session.call(call);
      count();
      return answer;
    },
  };
  return { ...sync, db: sync.db.withPlugin(killer), session, openSession: () => session };
}

/** What a pass leaves behind. */
async function endState(db: Kysely<Tables>) {
  const mirrored = await dealsOf(db, portalId).readShown(await dealsOf(db, portalId).listDealIds());
  return {
    shown: shownEverywhere(open.portal),
    known: [...mirrored].sort().map(([id, { known }]) => [id, withoutAsOf(known)]),
    waiting: await outboxOf(db, portalId).countWaiting(),
    dirty: await dirtyOwnersOf(db, portalId).count(),
    changes: await eventsOf(db, portalId).read('deal', 10),
    credit: await db.selectFrom('credit').selectAll().orderBy('deal_id').orderBy('owner_id').execute(),
  };
}

async function change(amount: string, dealstage: string): Promise<void> {
  editDeal(open.portal, '7001', { amount });
  editDeal(open.portal, '7004', { dealstage });
  await eventsOf(store.db, portalId).note(['7001', '7004'].map((id) => ({ type: 'deal', id })));
}

test('killed at any step and started again, a pass ends where it would have ended', async () => {
  await change('48000', 'won');
  await workPortal(await open.sync());
  const expected = await endState(store.db);
  expect(expected).toMatchObject({ waiting: 0, dirty: 0, changes: [] });

  let isDone = false;
  let step = 1;
  for (; !isDone; step += 1) {
    await change('24000', 'proposal');
    await workPortal(await open.sync());
    await change('48000', 'won');
    try {
      await workPortal(killAt(await open.sync(), step));
      isDone = true;
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    await workPortal(await open.sync());
    expect(await endState(store.db)).toEqual(expected);
  }
  expect(step).toBeGreaterThan(20);
});

test('killed at any step of the first pull, the pull starts again and is complete', async () => {
  const expected = await endState(store.db);
  for (let step = 3, isDone = false; !isDone; step += 7) {
    try {
      await pullPortal(killAt(await open.sync(), step));
      isDone = true;
    } catch (error) {
      expect(error).toBeInstanceOf(Killed);
    }
    await pullPortal(await open.sync());
    await workPortal(await open.sync());
    expect(await endState(store.db)).toEqual(expected);
  }
});
