import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import type { RecordsRead, Task } from '../../../src/hubspot/index.ts';
import { createApp } from '../../../src/http/index.ts';
import { featureNames, featuresOf, readFeatures } from '../../../src/install/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { ok } from '../../../src/kernel/result.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import {
  acceptEvents,
  followedTypes,
  pullPortal,
  reconcilePortal,
  webhookRouter,
  workPortal,
} from '../../../src/sync/index.ts';
import { forPortal as eventsOf } from '../../../src/sync/events/store.ts';
import { makeTask, type TaskFollower } from '../../../src/tasks/index.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { appId, manifest, sidelineApp } from '../../support/start-portal.ts';

const portalId = 62515;
let store: OpenDatabase;
let open: OpenSync;
let door: Server;

/** A room that follows what it is told to, and remembers what it was handed. */
const followed = new Set<string>();
let handed: RecordsRead<Task>[] = [];
const taskFollower: TaskFollower = {
  listFollowed: async (_portalId, ids) => (ids ?? [...followed]).filter((id) => followed.has(id)),
  takeTasks: async (_portal, read) => void handed.push(read),
  sendTasks: async () => ok(0),
  archiveLate: async () => ok(null),
};

beforeAll(async () => {
  store = await openTestStore();
  door = createServer((request, response) => app(request, response)).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const publicUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
  open = await openSync(store.db, { app: sidelineApp(publicUrl), taskFollower });
  const app = createApp(
    [
      webhookRouter({
        path: manifest.webhooks.path,
        objectTypes: followedTypes({ taskFollower }),
        clientSecrets: [open.portal.app.clientSecret],
        appId,
        publicUrl,
        clock: systemClock,
        accept: (events) =>
          acceptEvents(
            { db: store.db, appId, ownNames: new Set(), askForWork: async () => {}, clock: systemClock },
            events,
          ),
      }),
    ],
    pino({ level: 'silent' }),
  );
  await pullPortal(await open.sync());
  await featuresOf(store.db, portalId).switch(featureNames.tasks, true);
});
afterAll(async () => {
  await open.stop();
  door.close();
  await store.close();
});
beforeEach(async () => {
  await worked();
  followed.clear();
  handed = [];
});

/** Everything that HubSpot told so far has been worked off. */
async function worked(): Promise<void> {
  await open.portal.webhooks.settled();
  await workPortal(await open.sync());
}
const waiting = async () => (await eventsOf(store.db, portalId).read('task', 10)).map(({ id }) => id);

async function newTask(): Promise<string> {
  const made = await makeTask(
    open.session,
    {
      subject: 'Ask for the plan',
      body: '',
      dueAt: new Date('2026-11-27T16:00:00Z'),
      ownerId: '201',
      records: [{ type: 'deals', id: '7001' }],
      marker: 'Sideline 1',
    },
    { isRepeat: false },
  );
  if (!made.ok) throw new Error(made.failure.message);
  followed.add(made.value);
  return made.value;
}
const edit = (id: string, properties: Record<string, string>) =>
  open.portal.admin.edit({ type: 'tasks', id, properties });

test.each<[string, (id: string) => unknown, Partial<Task>]>([
  ['ticked off', (id) => edit(id, { hs_task_status: 'COMPLETED' }), { status: 'COMPLETED' }],
  ['renamed', (id) => edit(id, { hs_task_subject: 'Ask twice' }), { subject: 'Ask twice' }],
  ['put off', (id) => edit(id, { hs_timestamp: '2026-12-01T09:00:00Z' }), { dueAt: '2026-12-01T09:00:00Z' }],
  ['handed to somebody else', (id) => edit(id, { hubspot_owner_id: '202' }), { ownerId: '202' }],
])('a task that was %s in HubSpot comes back', async (_name, change, expected) => {
  const id = await newTask();
  change(id);
  await worked();
  expect(handed).toEqual([{ records: [expect.objectContaining({ id, ...expected })], missing: [] }]);
  expect(await waiting()).toEqual([]);
});

test('a deleted task comes back as missing, a restored one as it is', async () => {
  const id = await newTask();
  open.portal.admin.archive({ type: 'tasks', id });
  await worked();
  expect(handed.at(-1)).toEqual({ records: [], missing: [id] });
  open.portal.admin.restore({ type: 'tasks', id });
  await worked();
  expect(handed.at(-1)).toEqual({ records: [expect.objectContaining({ id })], missing: [] });
});

test('other people’s tasks are dropped without a call', async () => {
  const { id } = open.portal.admin.create({
    type: 'tasks',
    properties: { hs_timestamp: '2026-12-01T09:00:00Z' },
  });
  edit(id, { hs_task_status: 'COMPLETED' });
  open.portal.faults.add({ fault: { kind: 'server-error' }, when: { path: '/tasks' } });
  await worked();
  open.portal.faults.clear();
  expect([handed, await waiting()]).toEqual([[], []]);
});

test('what HubSpot could not say waits, and comes with the next pass', async () => {
  const id = await newTask();
  edit(id, { hs_task_status: 'COMPLETED' });
  open.portal.faults.add({ fault: { kind: 'server-error' }, when: { path: '/tasks/batch/read' } });
  await expect(worked()).rejects.toThrow('reading tasks');
  expect(await waiting()).toEqual([id]);
  open.portal.faults.clear();
  await worked();
  expect(handed).toMatchObject([{ records: [{ id, status: 'COMPLETED' }] }]);
});

test('a check brings back what a lost event would have told', async () => {
  const id = await newTask();
  open.portal.faults.add({ fault: { kind: 'webhook-lost' }, when: {} });
  edit(id, { hs_task_status: 'COMPLETED' });
  await worked();
  open.portal.faults.clear();
  expect(handed).toEqual([]);
  await reconcilePortal(await open.sync());
  expect(handed).toMatchObject([{ records: [{ id, status: 'COMPLETED' }] }]);
});

test('a missing permission switches off the feature alone, and nothing is taken for deleted', async () => {
  const id = await newTask();
  edit(id, { hs_task_status: 'COMPLETED' });
  open.portal.faults.add({
    fault: { kind: 'scopes-missing', scopes: ['crm.objects.contacts.read'] },
    when: { path: '/tasks' },
  });
  await worked();
  open.portal.faults.clear();
  expect([handed, await waiting()]).toEqual([[], []]);
  const sync = await open.sync();
  const view = (await readFeatures(sync, sync.portal)).find(({ feature }) => feature === featureNames.tasks);
  expect(view?.state).toBe('refused');
  await featuresOf(store.db, portalId).switch(featureNames.tasks, true);
});

test('while the feature is off nothing is read; switched on again, everything is', async () => {
  const id = await newTask();
  const features = featuresOf(store.db, portalId);
  await features.switch(featureNames.tasks, false);
  edit(id, { hs_task_status: 'COMPLETED' });
  await worked();
  expect(handed).toEqual([]);
  await features.switch(featureNames.tasks, true);
  await pullPortal(await open.sync());
  expect(handed).toMatchObject([{ records: [{ id, status: 'COMPLETED' }] }]);
});

test('where nobody follows tasks their events are nobody’s', () => {
  expect(followedTypes({})).toEqual(['deal']);
  expect(followedTypes({ taskFollower })).toEqual(['deal', 'task']);
});
