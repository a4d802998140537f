import fc from 'fast-check';
import { auditOf } from '../../../src/access/index.ts';
import { readWebhookEvents } from '../../../src/hubspot/index.ts';
import { dealsOf, storedOf } from '../../../src/mirror/index.ts';
import type { PortalSync } from '../../../src/sync/index.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { acceptEvents, outboxOf, workPortal } from '../../../src/sync/index.ts';
import { forPortal as eventsOf } from '../../../src/sync/events/store.ts';
import type { OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { openWrittenPortal } from '../../support/open-written-portal.ts';
import {
  countWrites,
  editDeal,
  deleteDeal,
  mergeDeals,
  purgeDeal,
  restoreDeal,
  shownEverywhere,
  shownOn,
  withoutAsOf,
} from '../../support/portal-deals.ts';
import { people } from '../../support/small-company.ts';
import { appId, manifest } from '../../support/start-portal.ts';

let store: OpenDatabase;
const opened: OpenSync[] = [];
beforeAll(async () => {
  store = await openTestStore();
});
afterAll(async () => {
  for (const open of opened) await open.stop();
  await store.close();
});

async function openPortal(portalId: number) {
  const open = await openWrittenPortal(store.db, portalId);
  opened.push(open);
  return open;
}

type Event = Readonly<Record<string, unknown>> & { readonly objectId: number };

const event = (portalId: number, verb: string, objectId: number, more: object = {}): Event => ({
  eventId: 1,
  subscriptionId: 1,
  portalId,
  appId,
  occurredAt: 1_763_856_000_000,
  subscriptionType: `deal.${verb}`,
  attemptNumber: 0,
  objectId,
  ...more,
});

async function deliver(events: readonly Event[]) {
  const read = readWebhookEvents(events);
  return acceptEvents(
    {
      db: store.db,
      appId,
      clock: { now: () => new Date('2026-11-24T10:00:00Z') },
      ownNames: new Set(manifest.properties.definitions.map(({ name }) => name)),
      askForWork: async () => {},
    },
    read?.events ?? [],
  );
}

/** Everything of a portal that events lead to. */
async function state(open: OpenSync, portalId: number) {
  const ids = (await dealsOf(store.db, portalId).listDealIds()).sort();
  const stored = await storedOf(store.db, portalId).read(ids);
  return {
    shown: shownEverywhere(open.portal),
    deals: ids.map((id) => {
      const { row, splits, credits } = stored.get(id)!;
      const { name, stage_id, owner_id, amount, home_minor, is_closed, is_won, exclusion, known } = row;
      return {
        id,
        facts: { name, stage_id, owner_id, amount, home_minor, is_closed, is_won, exclusion },
        known: withoutAsOf(known),
        splits: splits.map(({ owner_id: owner, percentage }) => [owner, percentage]).sort(),
        credits: credits.map((each) => [each.owner_id, each.period_key, each.kind, each.amount_minor]).sort(),
      };
    }),
    changed: await eventsOf(store.db, portalId).read('deal', 100),
    waiting: await outboxOf(store.db, portalId).countWaiting(),
    erased: (await auditOf(store.db, portalId).listBefore(null, 100)).map(({ action, details }) => [
      action,
      details,
    ]),
  };
}

/** A day in HubSpot, and all that it tells of it. */
function liveThrough({ portal }: OpenSync, portalId: number): Event[] {
  const { ana, ben } = people;
  editDeal(portal, '7001', { amount: '31000', hubspot_owner_id: ben.ownerId });
  editDeal(portal, '7004', { dealstage: 'won' });
  deleteDeal(portal, '7005');
  deleteDeal(portal, '7007');
  restoreDeal(portal, '7007');
  purgeDeal(portal, '7010');
  const survivor = mergeDeals(portal, { primary: '7006', merged: '7008', newRecord: true });
  mergeDeals(portal, { primary: '7009', merged: '7002', newRecord: false });
  const changed = (objectId: number, propertyName: string, propertyValue: string) =>
    event(portalId, 'propertyChange', objectId, { propertyName, propertyValue, changeSource: 'CRM_UI' });
  const merged = (primaryObjectId: number, mergedId: number, newObjectId: number) =>
    event(portalId, 'merge', primaryObjectId, { primaryObjectId, mergedObjectIds: [mergedId], newObjectId });
  return [
    changed(7001, 'amount', '31000'),
    changed(7001, 'hubspot_owner_id', ana.ownerId),
    changed(7001, 'hubspot_owner_id', ben.ownerId),
    changed(7004, 'dealstage', 'won'),
    event(portalId, 'deletion', 7005),
    event(portalId, 'deletion', 7007),
    event(portalId, 'restore', 7007),
    event(portalId, 'deletion', 7010),
    event(portalId, 'privacyDeletion', 7010),
    merged(7006, 7008, Number(survivor)),
    merged(7009, 7002, 7009),
  ];
}

test('in whatever order, however often and in whatever parts events come, the store ends the same; replayed, they change nothing', async () => {
  const calm = await openPortal(100);
  const once = liveThrough(calm, 100);
  await deliver(once);
  await workPortal(await calm.sync());
  const expected = await state(calm, 100);
  const survivors = expected.deals.map(({ id }) => id).filter((id) => id.length > 4 || id > '7010');
  expect(survivors).toHaveLength(1);
  expect(expected.deals.map(({ id }) => id).sort()).toEqual(
    ['7001', '7003', '7004', '7007', '7009', ...survivors].sort(),
  );
  expect(expected.erased).toEqual([['erase record', { type: 'deal', id: '7010' }]]);

  let portalId = 100;
  const places = fc.array(fc.nat({ max: once.length - 1 }), { minLength: 4, maxLength: 10 });
  await fc.assert(
    fc.asyncProperty(
      places.chain((doubled) => {
        const all = [...once.keys(), ...doubled];
        return fc.shuffledSubarray(all, { minLength: all.length });
      }),
      fc.integer({ min: 1, max: 5 }),
      async (order, size) => {
        portalId += 1;
        const open = await openPortal(portalId);
        const told = liveThrough(open, portalId);
        const events = order.map((place) => told[place]!);
        for (let start = 0; start < events.length; start += size) {
          await deliver(events.slice(start, start + size));
          if (start % 2 === 0) await workPortal(await open.sync());
        }
        await workPortal(await open.sync());
        expect(await state(open, portalId)).toEqual(expected);
        const writes = countWrites(open.portal);
        await deliver(events);
        await workPortal(await open.sync());
        expect(await state(open, portalId)).toEqual(expected);
        expect(countWrites(open.portal)).toBe(writes);
      },
    ),
    { numRuns: 6 },
  );
});

test('a privacy deletion leaves no trace of the deal but the note that it was done', async () => {
  const open = await openPortal(2);
  await outboxOf(store.db, 2).put([{ recordId: '7001', desired: { sideline_quota: '1.00' } }]);
  purgeDeal(open.portal, '7001');
  await deliver([event(2, 'privacyDeletion', 7001)]);
  expect(await storedOf(store.db, 2).read(['7001'])).toEqual(new Map());
  await workPortal(await open.sync());
  for (const table of ['deal', 'deal_split', 'credit', 'outbox', 'changed_record'] as const) {
    const rows = await store.db.selectFrom(table).selectAll().where('portal_id', '=', 2).execute();
    expect([table, JSON.stringify(rows).includes('"7001"')]).toEqual([table, false]);
  }
  const log = await auditOf(store.db, 2).listBefore(null, 10);
  expect(log).toMatchObject([
    { action: 'erase record', userId: null, details: { type: 'deal', id: '7001' } },
  ]);
});

test('what we wrote ourselves comes back and is dropped', async () => {
  const ours = manifest.properties.definitions.map(({ name }) => name);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...ours, 'amount', 'dealstage'),
      fc.constantFrom('INTEGRATION', 'CRM_UI', 'IMPORT', undefined),
      fc.constantFrom(String(appId), '1', 'userId:9', undefined),
      async (propertyName, changeSource, sourceId) => {
        const counts = await deliver([
          event(3, 'propertyChange', 7001, { propertyName, changeSource, sourceId }),
        ]);
        const isEcho =
          ours.includes(propertyName) && changeSource === 'INTEGRATION' && sourceId === String(appId);
        expect(counts.own_echo).toBe(isEcho ? 1 : 0);
      },
    ),
  );
});

test('a deal edited while its values are on their way ends with the newest', async () => {
  const open = await openPortal(4);
  let amount = 30_000;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }), async (isBefore) => {
      // Edited and told before or after HubSpot takes each batch that is in flight.
      const script = [...isBefore];
      const edit = async () => {
        amount += 1_000;
        editDeal(open.portal, '7001', { amount: String(amount) });
        await deliver([event(4, 'propertyChange', 7001, { propertyName: 'amount' })]);
      };
      const sync = await open.sync();
      const session: PortalSync['session'] = {
        ...sync.session,
        call: async (call) => {
          if (!call.path.endsWith('/batch/update')) return sync.session.call(call);
          const when = script.shift();
          if (when === true) await edit();
          const answer = await sync.session.call(call);
          if (when === false) await edit();
          return answer;
        },
      };
      await edit();
      await workPortal({ ...sync, session, openSession: () => session });
      await workPortal(sync);
      expect(shownOn(open.portal, '7001')['sideline_forecast_amount']).toBe((amount * 0.4).toFixed(2));
      expect(await outboxOf(store.db, 4).countWaiting()).toBe(0);
    }),
    { numRuns: 10 },
  );
});
