import { saveNoteRequest, type NoteContent } from '../../../src/contract/index.ts';
import {
  createActionTasks,
  createCoachingService,
  type CoachingService,
} from '../../../src/domains/coaching/index.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { listTasksOf, type Task } from '../../../src/hubspot/index.ts';
import { featureNames, featuresOf, openPortalSealer } from '../../../src/install/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { compareTasks } from '../../../src/sync/tasks/pull-tasks.ts';
import { pullPortal, workPortal, type PortalSync } from '../../../src/sync/index.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { people } from '../../support/small-company.ts';

let store: OpenDatabase;
let open: OpenSync;
let sync: PortalSync;
let coaching: CoachingService;

const openSealer = (portalId: number) => openPortalSealer(open.install, portalId);

beforeAll(async () => {
  store = await openTestStore();
  const taskFollower = createActionTasks({ db: store.db, realClock: systemClock, openSealer });
  open = await openSync(store.db, { taskFollower });
  await pullPortal(await open.sync());
  sync = await open.sync();
  coaching = createCoachingService({
    ...sync,
    realClock: systemClock,
    openSealer,
    askForWork: async () => {},
    hasTasks: async () => true,
  });
  await quotasOf(store.db, sync.portal.id).savePeople([
    {
      ownerId: people.ana.ownerId,
      teamId: '11',
      managerId: people.maria.ownerId,
      startsOn: null,
      endsOn: null,
      rampMonths: 0,
    },
  ]);
  await featuresOf(store.db, sync.portal.id).switch(featureNames.tasks, true);
});
afterAll(async () => {
  await open.stop();
  await store.close();
});

const caller = (name: 'ana' | 'maria') => ({
  portal: sync.portal,
  userId: String(people[name].userId),
  isOps: false,
});
const work = async () => workPortal(await open.sync());

/** Shares a note beside a deal that no other test uses; answers its id. */
async function share(
  recordId: string,
  promises: NoteContent['promises'],
  change: { topic?: 'deal' | 'skill'; noteId?: string; version?: number } = {},
): Promise<string> {
  const { topic = 'deal', noteId = null, version = 0 } = change;
  const text = { form: 'free' as const, text: 'Zanzibar is between us' };
  const request = saveNoteRequest.parse({
    recordType: 'deal',
    recordId,
    ownerId: people.ana.ownerId,
    noteId,
    version,
    content: { topic, text, promises },
    state: 'shared',
  });
  const saved = await coaching.notes.save(caller('maria'), request);
  if (!saved.ok) throw new Error(saved.failure.message);
  return saved.value.noteId;
}
const promise = (text: string, doer: 'rep' | 'author' = 'rep') => ({ text, doer, dueOn: '2026-11-27' });

async function tasksOf(dealId: string): Promise<readonly Task[]> {
  const read = await listTasksOf(open.session, { type: 'deals', id: dealId });
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}
async function actionsOf(dealId: string) {
  const view = await coaching.card(caller('ana'), { recordType: 'deal', recordId: dealId });
  if (!view.ok) throw new Error(view.failure.message);
  return view.value.actions;
}

test('each promise of a shared note becomes one task of whoever promised, and nothing of the note is in it', async () => {
  await share('7001', [promise('Call Jo'), promise('Introduce Kim', 'author')]);
  await work();
  await work();
  const tasks = await tasksOf('7001');
  expect(tasks.map(({ subject, ownerId, status }) => [subject, ownerId, status]).sort()).toEqual([
    ['Call Jo', people.ana.ownerId, 'NOT_STARTED'],
    ['Introduce Kim', people.maria.ownerId, 'NOT_STARTED'],
  ]);
  expect(new Date(tasks[0]?.dueAt ?? '').toISOString()).toBe('2026-11-27T08:00:00.000Z');
  expect(JSON.stringify(tasks)).not.toContain('Zanzibar');
});

test('a task that was made by a call that broke off is found again, and not made twice', async () => {
  await share('7002', [promise('Send pricing')]);
  open.portal.faults.add({
    fault: { kind: 'dropped-connection', effect: 'after' },
    when: { path: '/crm/objects', method: 'POST', times: 1 },
  });
  await expect(work()).rejects.toThrow('writing tasks');
  open.portal.faults.clear();
  await work();
  expect((await tasksOf('7002')).map(({ subject }) => subject)).toEqual(['Send pricing']);
});

test('what is ticked, renamed, put off or deleted in HubSpot comes back', async () => {
  await share('7003', [promise('Ask for the plan'), promise('Book a meeting')]);
  await work();
  const [first, second] = (await tasksOf('7003')).toSorted((left, right) =>
    left.subject < right.subject ? -1 : 1,
  );
  open.portal.admin.edit({
    type: 'tasks',
    id: first?.id ?? '',
    properties: {
      hs_task_status: 'COMPLETED',
      hs_task_subject: 'Ask twice',
      hs_timestamp: '2026-12-01T09:00:00Z',
    },
  });
  open.portal.admin.archive({ type: 'tasks', id: second?.id ?? '' });
  await compareTasks(await open.sync());
  expect(await actionsOf('7003')).toMatchObject([{ text: 'Ask twice', isDone: true }]);
  // What HubSpot told is not told back to it.
  const before = open.portal.stateChanges.count;
  await work();
  expect(open.portal.stateChanges.count).toBe(before);
});

test('what is ticked here, changed or taken out of the note is so in HubSpot', async () => {
  const noteId = await share('7004', [promise('Write the plan'), promise('Never mind')]);
  await work();
  const [action] = (await actionsOf('7004')).filter(({ text }) => text === 'Write the plan');
  await coaching.tickAction(caller('ana'), { actionId: action?.id ?? '', isDone: true });
  await work();
  expect((await tasksOf('7004')).find(({ subject }) => subject === 'Write the plan')?.status).toBe(
    'COMPLETED',
  );
  await share('7004', [promise('Write the whole plan')], { noteId, version: 1 });
  await work();
  expect((await tasksOf('7004')).map(({ subject, status }) => [subject, status])).toEqual([
    ['Write the whole plan', 'COMPLETED'],
  ]);
});

test('an action of skill coaching leaves no trace in HubSpot', async () => {
  await share('7005', [promise('Zanzibar: ask open questions')], { topic: 'skill' });
  await work();
  expect(await tasksOf('7005')).toEqual([]);
  expect(await actionsOf('7005')).toMatchObject([{ text: 'Zanzibar: ask open questions' }]);
  const changes = JSON.stringify(open.portal.stateChanges.after(0));
  expect(changes).toContain('Write the plan');
  expect(changes).not.toContain('Zanzibar');
});

test('while the feature is off HubSpot is told nothing; afterwards what is still open', async () => {
  const features = featuresOf(store.db, sync.portal.id);
  await features.switch(featureNames.tasks, false);
  await share('7006', [promise('Later')]);
  await work();
  expect(await tasksOf('7006')).toEqual([]);
  await features.switch(featureNames.tasks, true);
  await work();
  expect((await tasksOf('7006')).map(({ subject }) => subject)).toEqual(['Later']);
});
