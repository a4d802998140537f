import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { pino } from 'pino';
import { followContactMerge } from '../../../src/domains/coaching/index.ts';
import { createApp } from '../../../src/http/index.ts';
import { readWebhookEvents } from '../../../src/hubspot/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { acceptEvents, followedTypes, webhookRouter } from '../../../src/sync/index.ts';
import { forPortal as eventsOf } from '../../../src/sync/events/store.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { appId, manifest, sidelineApp } from '../../support/start-portal.ts';

const portalId = 62515;
let store: OpenDatabase;
let open: OpenSync;
let door: Server;

const accept = (events: Parameters<typeof acceptEvents>[1]) =>
  acceptEvents(
    {
      ...{ db: store.db, appId, ownNames: new Set(), clock: systemClock, followContactMerge },
      askForWork: async () => {},
    },
    events,
  );

beforeAll(async () => {
  store = await openTestStore();
  door = createServer((request, response) => app(request, response)).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const publicUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  open = await openSync(store.db, { app: sidelineApp(publicUrl) });
  const app = createApp(
    [
      webhookRouter({
        path: manifest.webhooks.path,
        objectTypes: followedTypes({ followContactMerge }),
        clientSecrets: [open.portal.app.clientSecret],
        ...{ appId, publicUrl, clock: systemClock, accept },
      }),
    ],
    pino({ level: 'silent' }),
  );
});
afterAll(async () => {
  await open.stop();
  door.close();
  await store.close();
});
async function clear(): Promise<void> {
  await store.db.deleteFrom('merged_contact').execute();
  await store.db.deleteFrom('coaching_line').execute();
}
beforeEach(clear);

/** Somebody wants to talk about each of these contacts. */
async function speakOf(ids: readonly string[]): Promise<void> {
  for (const id of ids)
    await store.db
      .insertInto('coaching_line')
      .values({
        ...{ portal_id: portalId, rep_id: '201', record_type: 'contact', record_id: id },
        ...{ sealed_text: `of ${id}`, at: new Date() },
      })
      .execute();
}
/** Beside which contact each line stands now. */
async function standing(): Promise<string[]> {
  const rows = await store.db
    .selectFrom('coaching_line')
    .select(['sealed_text', 'record_id'])
    .orderBy('sealed_text')
    .execute();
  return rows.map(({ sealed_text, record_id }) => `${sealed_text}: ${record_id}`);
}

const merge = (primary: number, merged: readonly number[], left = primary) => ({
  ...{ eventId: 1, subscriptionId: 1, portalId, appId, occurredAt: 1_763_856_000_000, attemptNumber: 0 },
  ...{ subscriptionType: 'object.merge', objectTypeId: '0-1', objectId: primary },
  ...{ primaryObjectId: primary, mergedObjectIds: merged, newObjectId: left },
});
const deliver = async (...events: readonly object[]) => accept(readWebhookEvents(events)?.events ?? []);

test('what HubSpot’s people make one takes its coaching along, and is not asked for again', async () => {
  const contact = (lastname: string) =>
    open.portal.admin.create({ type: 'contacts', properties: { lastname } }).id;
  const [kept, gone] = [contact('One'), contact('Two')];
  await speakOf([gone]);
  open.portal.admin.merge({ type: 'contacts', primaryId: kept, mergedId: gone });
  await open.portal.webhooks.settled();
  expect(await standing()).toEqual([`of ${gone}: ${kept}`]);
  expect(await eventsOf(store.db, portalId).read('contact', 10)).toEqual([]);
});

test('a third contact made of two takes what stood beside both', async () => {
  await speakOf(['11', '12']);
  expect(await deliver(merge(11, [12], 13))).toMatchObject({ accepted: 3 });
  expect(await standing()).toEqual(['of 11: 13', 'of 12: 13']);
});

test('in whatever order and however often merges are told, everything ends beside the last', async () => {
  // 1 and 2 become 2, that and 3 become 4, 5 becomes one with 6, and that goes into 4 too.
  const told = [merge(2, [1]), merge(3, [2], 4), merge(6, [5]), merge(4, [6])];
  const order = fc
    .shuffledSubarray([...told, ...told], { minLength: 4 })
    .filter((events) => told.every((each) => events.includes(each)));
  await fc.assert(
    fc.asyncProperty(order, async (events) => {
      await clear();
      await speakOf(['1', '2', '3', '5', '6', '9']);
      for (const each of events) await deliver(each);
      expect(await standing()).toEqual(['of 1: 4', 'of 2: 4', 'of 3: 4', 'of 5: 4', 'of 6: 4', 'of 9: 9']);
    }),
    { numRuns: 25 },
  );
});

test('two merges of one chain that are told at once leave nothing behind', async () => {
  await speakOf(['1', '2', '3']);
  await Promise.all([deliver(merge(2, [1])), deliver(merge(3, [2])), deliver(merge(4, [3]))]);
  expect(await standing()).toEqual(['of 1: 4', 'of 2: 4', 'of 3: 4']);
});

test('a portal that is not connected, or is none of ours, is told of nothing', async () => {
  const { accepted, not_connected } = await deliver({ ...merge(2, [1]), portalId: 4_711 });
  expect({ accepted, not_connected }).toEqual({ accepted: 0, not_connected: 2 });
  expect(await store.db.selectFrom('merged_contact').selectAll().execute()).toEqual([]);
});
