import type express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { createApp } from '../../src/http/index.ts';
import { signRequest } from '../../src/hubspot/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { forPortal as installOf } from '../../src/install/store.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { acceptEvents, webhookRouter, type EventCounts } from '../../src/sync/index.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { openTestStore } from '../support/open-test-store.ts';

const appId = 1160452;
const secrets = ['new secret', 'old secret'];
const path = '/webhooks/hubspot';
const publicUrl = 'https://sideline.example';
let store: OpenDatabase;
let server: ReturnType<express.Express['listen']>;
const asked: number[] = [];
const told: EventCounts[] = [];

beforeAll(async () => {
  store = await openTestStore();
  const { db } = store;
  const tokens = { access: 'a', refresh: 'r', expiresAt: new Date() };
  for (const portalId of [1, 2, 3]) {
    await installOf(db, portalId).connect(
      { name: 'P', timeZone: 'UTC', companyCurrency: 'EUR', installedBy: '1', scopes: [] },
      tokens,
      new Date(),
    );
  }
  await installOf(db, 3).disconnect(tokens);
  const acceptance = {
    db,
    appId,
    ownNames: new Set(['sideline_quota']),
    askForWork: async (portalIds: readonly number[]) => void asked.push(...portalIds),
    clock: systemClock,
  };
  const app = createApp(
    [
      webhookRouter({
        path,
        objectTypes: ['deal'],
        clientSecrets: secrets,
        appId,
        publicUrl,
        clock: { now: () => new Date() },
        accept: (events) => acceptEvents(acceptance, events),
        tell: (counts) => void told.push(counts),
      }),
    ],
    pino({ level: 'silent' }),
  );
  server = app.listen(0);
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await store.close();
});
beforeEach(async () => {
  asked.length = 0;
  told.length = 0;
  await store.db.deleteFrom('changed_record').execute();
});

async function deliver(body: string, { secret = secrets[0] ?? '', timestamp = Date.now() } = {}) {
  const signed = {
    method: 'POST',
    uri: `${publicUrl}${path}`,
    rawBody: Buffer.from(body),
    timestamp: String(timestamp),
  };
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-HubSpot-Signature-v3': signRequest(secret, signed),
      'X-HubSpot-Request-Timestamp': signed.timestamp,
    },
    body,
  });
  return answer.status;
}

let eventId = 0;
const event = (change: object = {}) => ({
  eventId: (eventId += 1),
  subscriptionId: 1,
  portalId: 1,
  appId,
  occurredAt: 1763856000400,
  subscriptionType: 'object.propertyChange',
  objectTypeId: '0-3',
  attemptNumber: 0,
  objectId: 7001,
  propertyName: 'amount',
  propertyValue: '1',
  changeSource: 'CRM_UI',
  sourceId: 'userId:1201',
  ...change,
});
const noted = async (portalId: number) =>
  (await eventsOf(store.db, portalId).read('deal', 1_000)).map(({ id }) => id).sort();

test('a signed delivery is noted before it is answered, and work is asked for once a portal', async () => {
  const body = [event(), event(), event({ objectId: 7002 }), event({ portalId: 2, objectId: 7001 })];
  expect(await deliver(JSON.stringify(body))).toBe(204);
  expect(await noted(1)).toEqual(['7001', '7002']);
  expect(await noted(2)).toEqual(['7001']);
  expect(asked).toEqual([1, 2]);
});

test('while HubSpot changes the secret both are good', async () => {
  expect(await deliver(JSON.stringify([event()]), { secret: 'old secret' })).toBe(204);
});

test('unsigned, forged, old and altered deliveries are refused and note nothing', async () => {
  const body = JSON.stringify([event()]);
  const { port } = server.address() as AddressInfo;
  const bare = await fetch(`http://localhost:${port}${path}`, { method: 'POST', body });
  expect(bare.status).toBe(401);
  expect(await deliver(body, { secret: 'a guess' })).toBe(401);
  expect(await deliver(body, { timestamp: Date.now() - 10 * 60_000 })).toBe(401);
  expect(await noted(1)).toEqual([]);
});

test.each(['', 'null', '{}', '"events"', 'not json', '[1', '42'])(
  'a signed body of %j is refused',
  async (body) => {
    expect(await deliver(body)).toBe(400);
    expect(asked).toEqual([]);
  },
);

test('members that are no events do not cost the others theirs', async () => {
  const body = [null, 7, {}, event({ objectId: null }), event({ objectId: 7005 })];
  expect(await deliver(JSON.stringify(body))).toBe(204);
  expect(await noted(1)).toEqual(['7005']);
});

test('events of another app, of other records, of unknown and disconnected portals are ignored', async () => {
  const body = [
    event({ appId: 7 }),
    event({ objectTypeId: '0-1' }),
    event({ portalId: 99 }),
    event({ portalId: 3 }),
  ];
  expect(await deliver(JSON.stringify(body))).toBe(204);
  expect([await noted(1), await noted(3), await noted(99)]).toEqual([[], [], []]);
  expect(asked).toEqual([]);
});

test('our own writes come back and are dropped; a hand edit of the same property is not', async () => {
  const ours = { propertyName: 'sideline_quota', changeSource: 'INTEGRATION', sourceId: String(appId) };
  const body = [
    event({ ...ours, objectId: 1 }),
    event({ ...ours, objectId: 2, changeSource: 'CRM_UI', sourceId: 'userId:5' }),
    event({ ...ours, objectId: 3, sourceId: '99' }),
    event({ ...ours, objectId: 4, propertyName: 'amount' }),
  ];
  expect(await deliver(JSON.stringify(body))).toBe(204);
  expect(await noted(1)).toEqual(['2', '3', '4']);
});

test('a merge is news of every deal in it, and a delivery may be larger than HubSpot promises', async () => {
  const merge = event({ subscriptionType: 'deal.merge', objectId: 9, mergedObjectIds: [8], newObjectId: 10 });
  const many = Array.from({ length: 300 }, (_, index) => event({ objectId: 100_000 + index }));
  expect(await deliver(JSON.stringify([merge, ...many]))).toBe(204);
  const ids = await noted(1);
  expect(ids).toHaveLength(302);
  expect(ids).toEqual(expect.arrayContaining(['8', '10']));
});

test('a record that has no number is no record; what became of each event is told', async () => {
  const body = [
    event({ objectId: 5 }),
    event({ objectId: 'not a number' }),
    event({ objectId: '0' }),
    event({ objectId: -3 }),
    event({ objectTypeId: '0-2' }),
    event({ portalId: 99 }),
    'no event at all',
  ];
  expect(await deliver(JSON.stringify(body))).toBe(204);
  expect(await noted(1)).toEqual(['5']);
  expect(told).toEqual([{ accepted: 1, own_echo: 0, not_connected: 1, unreadable: 4, of_others: 1 }]);
});

test('when the store fails HubSpot is told to come again', async () => {
  const { db } = store;
  await db.schema.alterTable('changed_record').renameTo('elsewhere').execute();
  expect(await deliver(JSON.stringify([event()]))).toBe(500);
  await db.schema.alterTable('elsewhere').renameTo('changed_record').execute();
  expect(await deliver(JSON.stringify([event()]))).toBe(204);
});
