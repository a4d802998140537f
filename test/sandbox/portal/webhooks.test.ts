import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documented } from './documented-answers.ts';
import { shapeOf } from './shape-of.ts';
import { request, startTinyPortal, tinyApp, type TinyPortal } from './start-tiny-portal.ts';

interface Delivery {
  readonly body: string;
  readonly headers: IncomingMessage['headers'];
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly events: any[];
}

/** An app that receives events, and refuses as many requests as it is told to. */
async function startApp() {
  const deliveries: Delivery[] = [];
  let refusals = 0;
  const server: Server = createServer((incoming, outgoing) => {
    let body = '';
    incoming.on('data', (chunk) => (body += String(chunk)));
    incoming.on('end', () => {
      outgoing.statusCode = refusals > 0 ? 500 : 204;
      if (refusals > 0) refusals -= 1;
      else deliveries.push({ body, headers: incoming.headers, events: JSON.parse(body) });
      outgoing.end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    deliveries,
    target: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/hubspot`,
    refuse: (times: number) => (refusals = times),
    close: () => server.close(),
  };
}

const subscriptions = [
  { subscriptionType: 'deal.propertyChange', propertyName: 'dealstage' },
  { subscriptionType: 'object.propertyChange', objectType: 'deal', propertyName: 'amount' },
  { subscriptionType: 'deal.creation' },
  { subscriptionType: 'object.deletion', objectType: 'deal' },
  { subscriptionType: 'object.propertyChange', objectType: 'deal', propertyName: 'closedate' },
  { subscriptionType: 'deal.merge' },
  { subscriptionType: 'object.restore', objectType: 'deal' },
  { subscriptionType: 'object.privacyDeletion', objectType: 'deal' },
  { subscriptionType: 'deal.associationChange' },
  { subscriptionType: 'object.creation', objectType: 'task' },
  { subscriptionType: 'object.propertyChange', objectType: 'task', propertyName: 'hs_task_status' },
  { subscriptionType: 'object.deletion', objectType: 'task' },
  { subscriptionType: 'object.restore', objectType: 'task' },
];
const delivery = { batchingWindow: 5, firstRetryAfter: 5 };

let app: Awaited<ReturnType<typeof startApp>>;
let portal: TinyPortal;

const start = (file: string | null = null) =>
  startTinyPortal({
    file,
    app: { ...tinyApp, webhookTarget: app.target, subscriptions },
    delivery,
    realClock: { now: () => new Date() },
  });

beforeEach(async () => {
  app = await startApp();
  portal = await start();
});
afterEach(async () => {
  await portal.stop();
  app.close();
});

const edit = (properties: Record<string, string>) =>
  request(`${portal.origin}/sandbox/api/deals/7891023`, {
    method: 'PATCH',
    body: { userId: 9586504, properties },
  });

test('tells of an edit by a person, signed', async () => {
  await edit({ dealstage: 'contractsent' });
  await portal.webhooks.settled();
  const [first] = app.deliveries;
  expect(shapeOf(first?.events[0])).toEqual(shapeOf(documented.dealPropertyChange));
  expect(first?.events[0]).toMatchObject({
    subscriptionType: 'deal.propertyChange',
    propertyName: 'dealstage',
    propertyValue: 'contractsent',
    changeSource: 'CRM_UI',
    sourceId: 'userId:9586504',
    objectId: 7891023,
  });
  const timestamp = String(first?.headers['x-hubspot-request-timestamp']);
  const expected = createHmac('sha256', 'secret')
    .update(`POST${app.target}${first?.body}${timestamp}`)
    .digest('base64');
  expect(first?.headers['x-hubspot-signature-v3']).toBe(expected);
});

test("marks the app's own writes as such", async () => {
  await portal.call('PATCH', '/crm/objects/2026-09/deals/7891023', { properties: { amount: '10' } });
  await portal.webhooks.settled();
  expect(shapeOf(app.deliveries[0]?.events[0])).toEqual(shapeOf(documented.propertyChange));
  expect(app.deliveries[0]?.events[0]).toMatchObject({ changeSource: 'INTEGRATION', sourceId: '1160452' });
});

test('tells nothing of a write that changes nothing', async () => {
  await portal.call('PATCH', '/crm/objects/2026-09/deals/7891023', { properties: { amount: '1500.00' } });
  await portal.webhooks.settled();
  expect(app.deliveries).toEqual([]);
});

test('tells of tasks by the generic events, with their type', async () => {
  const { body } = await portal.call('POST', '/crm/objects/2026-09/tasks', {
    properties: { hs_timestamp: '2026-11-27T09:00:00Z' },
  });
  const by = { userId: 9586504 };
  await request(`${portal.origin}/sandbox/api/tasks/${body.id}`, {
    method: 'PATCH',
    body: { ...by, properties: { hs_task_status: 'COMPLETED' } },
  });
  await request(`${portal.origin}/sandbox/api/tasks/${body.id}`, { method: 'DELETE', body: by });
  portal.admin.restore({ type: 'tasks', id: body.id });
  await portal.webhooks.settled();
  const events = app.deliveries.flatMap(({ events: delivered }) => delivered);
  expect(shapeOf(events[1])).toEqual(shapeOf(documented.propertyChange));
  expect(events).toMatchObject(
    [
      { subscriptionType: 'object.creation', changeSource: 'INTEGRATION' },
      {
        subscriptionType: 'object.propertyChange',
        propertyName: 'hs_task_status',
        propertyValue: 'COMPLETED',
        changeSource: 'CRM_UI',
      },
      { subscriptionType: 'object.deletion', changeSource: 'CRM_UI' },
      { subscriptionType: 'object.restore' },
    ].map((event) => ({ ...event, objectTypeId: '0-27', objectId: Number(body.id) })),
  );
});

test('tells of creation and deletion, and of dates in epoch milliseconds', async () => {
  const { body } = await portal.call('POST', '/crm/objects/2026-09/deals', {
    properties: { dealname: 'Fjord', dealstage: 'contractsent' },
  });
  await portal.call('PATCH', `/crm/objects/2026-09/deals/${body.id}`, {
    properties: { closedate: '2026-12-24' },
  });
  await portal.call('DELETE', `/crm/objects/2026-09/deals/${body.id}`);
  await portal.webhooks.settled();
  const events = app.deliveries.flatMap((sent) => sent.events);
  expect(events.map(({ subscriptionType, changeFlag }) => [subscriptionType, changeFlag])).toEqual([
    ['deal.creation', 'CREATED'],
    ['object.propertyChange', undefined],
    ['object.deletion', 'DELETED'],
  ]);
  expect(events[1].propertyValue).toBe(String(Date.parse('2026-12-24T00:00:00Z')));
});

test('gathers what happens together into requests of at most 100', async () => {
  const inputs = Array.from({ length: 100 }, (_, row) => ({
    properties: { dealname: `Deal ${row}`, dealstage: 'contractsent' },
  }));
  await portal.call('POST', '/crm/objects/2026-09/deals/batch/create', { inputs });
  await edit({ amount: '1' });
  await portal.webhooks.settled();
  const sizes = app.deliveries.map(({ events }) => events.length);
  expect(sizes.reduce((sum, size) => sum + size)).toBe(101);
  expect(Math.max(...sizes)).toBe(100);
});

test('tries again until the app accepts, counting attempts', async () => {
  app.refuse(2);
  await edit({ amount: '1' });
  while (app.deliveries.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(app.deliveries[0]?.events[0].attemptNumber).toBe(2);
  expect(portal.state.pendingEvents.size).toBeLessThanOrEqual(1);
});

const told = async () => {
  await portal.webhooks.settled();
  return app.deliveries.flatMap(({ events }) => events as Record<string, unknown>[]);
};

test('tells of a merge as documented, and not of the record that it absorbed', async () => {
  portal.admin.merge({ primaryId: '7891023', mergedId: '7891026' });
  const events = await told();
  const merge = events.find(({ subscriptionType }) => subscriptionType === 'deal.merge');
  expect(shapeOf(merge)).toEqual(shapeOf(documented.merge));
  expect(merge).toMatchObject({
    objectId: 7891023,
    primaryObjectId: 7891023,
    mergedObjectIds: [7891026],
    newObjectId: 7891023,
    numberOfPropertiesMoved: 1,
  });
  expect(events.some(({ subscriptionType }) => subscriptionType === 'object.deletion')).toBe(false);
});

test('tells of a restored record by its id alone', async () => {
  portal.admin.archive({ id: '7891023' });
  portal.admin.restore({ id: '7891023' });
  expect(await told()).toMatchObject([
    { subscriptionType: 'object.deletion', objectId: 7891023, changeFlag: 'DELETED' },
    { subscriptionType: 'object.restore', objectId: 7891023, objectTypeId: '0-3' },
  ]);
});

test('tells a privacy deletion as a deletion too', async () => {
  portal.admin.privacyDelete({ id: '7891023' });
  expect((await told()).map(({ subscriptionType }) => subscriptionType).sort()).toEqual([
    'object.deletion',
    'object.privacyDeletion',
  ]);
});

test('tells a new primary company as two changes of an association', async () => {
  const company = await portal.call('POST', '/crm/objects/2026-09/companies', {
    properties: { name: 'Fjord' },
  });
  await portal.call(
    'PUT',
    `/crm/objects/2026-09/deals/7891023/associations/default/companies/${company.body.id}`,
  );
  const events = await told();
  expect(events.map((event) => event['isPrimaryAssociation'])).toEqual([true, false]);
  expect(events[0]).toMatchObject({
    subscriptionType: 'deal.associationChange',
    associationType: 'DEAL_TO_COMPANY',
    fromObjectId: 7891023,
    toObjectId: Number(company.body.id),
    associationRemoved: false,
  });
  expect(shapeOf(events[0])).toEqual(shapeOf(documented.associationChange));
});

test('a retry that waits long does not hold up what is new', async () => {
  await portal.stop();
  portal = await startTinyPortal({
    app: { ...tinyApp, webhookTarget: app.target, subscriptions },
    delivery: { batchingWindow: 5, firstRetryAfter: 600_000 },
    realClock: { now: () => new Date() },
  });
  app.refuse(1);
  await edit({ amount: '1' });
  await portal.webhooks.settled();
  await edit({ amount: '2' });
  await portal.webhooks.settled();
  expect(app.deliveries.at(-1)?.events).toMatchObject([{ propertyValue: '2' }]);
});

test('repeats and reorders a delivery on demand', async () => {
  const control = `${portal.origin}/sandbox/control/deliveries`;
  await request(control, { method: 'POST', body: { next: 'duplicate' } });
  await edit({ amount: '1' });
  await portal.webhooks.settled();
  expect(app.deliveries.map(({ body }) => body)).toEqual([app.deliveries[0]?.body, app.deliveries[0]?.body]);
  await request(control, { method: 'POST', body: { next: 'reverse' } });
  await edit({ amount: '2', dealstage: 'contractsent' });
  await portal.webhooks.settled();
  expect(app.deliveries.at(-1)?.events.map(({ propertyName }) => propertyName)).toEqual([
    'amount',
    'dealstage',
  ]);
});

test('keeps what nobody has accepted over a restart', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'portal-')), 'portal.sqlite');
  await portal.stop();
  app.refuse(1_000);
  portal = await start(file);
  await edit({ amount: '77' });
  await portal.webhooks.settled();
  await portal.stop();
  app.refuse(0);
  portal = await start(file);
  while (app.deliveries.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(app.deliveries[0]?.events[0]).toMatchObject({ propertyName: 'amount', propertyValue: '77' });
});

test('tells nothing to an app that has been uninstalled', async () => {
  expect((await portal.call('DELETE', '/appinstalls/2026-09/external-install')).status).toBe(204);
  await edit({ amount: '1' });
  expect(portal.state.pendingEvents.size).toBe(0);
});
