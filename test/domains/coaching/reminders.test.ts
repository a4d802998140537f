import { setTimeout as sleep } from 'node:timers/promises';
import { saveNoteRequest, type Acknowledgement, type SaveNoteRequest } from '../../../src/contract/index.ts';
import {
  createCoachingService,
  createCoachingTasks,
  type CoachingService,
} from '../../../src/domains/coaching/index.ts';
import { listAskedPortals } from '../../../src/domains/coaching/reminders/store.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { createTask, searchTasks, type Task } from '../../../src/hubspot/index.ts';
import { featureNames, featuresOf, openPortalSealer } from '../../../src/install/index.ts';
import {
  companyType,
  contactType,
  dealType,
  taskType,
} from '../../../src/sandbox/portal/objects/object-types.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { pullPortal, reconcilePortal, workPortal, type PortalSync } from '../../../src/sync/index.ts';
import { SEARCH_LAG_MS } from '../../../src/tasks/index.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { people } from '../../support/small-company.ts';

const DAY_MS = 24 * 3_600_000;
const SUBJECT = 'Your manager shared something: open Sideline';
type Rep = 'ana' | 'ben';

let store: OpenDatabase;
let open: OpenSync;
let sync: PortalSync;
let coaching: CoachingService;
let now = new Date('2026-11-24T10:00:00Z');
const clock = { now: () => now };
const wait = (ms: number) => void (now = new Date(now.getTime() + ms));

beforeAll(async () => {
  store = await openTestStore();
  const openSealer = (portalId: number) => openPortalSealer(open.install, portalId);
  const taskFollower = createCoachingTasks({ db: store.db, realClock: clock, openSealer });
  open = await openSync(store.db, { taskFollower });
  await pullPortal(await open.sync());
  sync = await open.sync();
  coaching = createCoachingService({
    ...{ db: store.db, clock, realClock: clock, openSealer },
    askForWork: async () => {},
    hasTasks: async () => true,
  });
  const rest = { teamId: '11', startsOn: null, endsOn: null, rampMonths: 0 };
  await quotasOf(store.db, sync.portal.id).savePeople(
    (['ana', 'ben'] as const).map((name) => ({
      ownerId: people[name].ownerId,
      managerId: people.maria.ownerId,
      ...rest,
    })),
  );
  await features().switch(featureNames.tasks, true);
});
beforeEach(async () => {
  await store.db.deleteFrom('coaching_note').execute();
  await store.db.deleteFrom('coaching_reminder').execute();
  for (const { id } of await reminders()) open.portal.admin.archive({ type: 'tasks', id });
  // No two tests on one day.
  wait(10 * DAY_MS);
});
afterEach(() => {
  open.portal.faults.clear();
  open.portal.admin.setSearchLag({ lag: 0 });
});
afterAll(async () => {
  await open.stop();
  await store.close();
});

const features = () => featuresOf(store.db, sync.portal.id);
const caller = (name: Rep | 'maria') => ({
  portal: sync.portal,
  userId: String(people[name].userId),
  isOps: false,
});
const work = async () => workPortal(await open.sync());

/** Shares a note beside a contact; answers its id. */
async function share(rep: Rep = 'ana', change: Partial<SaveNoteRequest> = {}): Promise<string> {
  const request = saveNoteRequest.parse({
    ...{ recordType: 'contact', recordId: '5001', ownerId: people[rep].ownerId },
    ...{ noteId: null, version: 0, state: 'shared' },
    content: { topic: 'deal', text: { form: 'free', text: `Zanzibar ${now.toISOString()}` }, promises: [] },
    ...change,
  });
  const saved = await coaching.notes.save(caller('maria'), request);
  if (!saved.ok) throw new Error(saved.failure.message);
  return saved.value.noteId;
}
async function answer(noteId: string, said: Acknowledgement = 'seen'): Promise<void> {
  const answered = await coaching.notes.acknowledge(caller('ana'), { noteId, version: 1, answer: said });
  if (!answered.ok) throw new Error(answered.failure.message);
}
/** Every reminder in the portal that is still there, whoever owns it. */
async function reminders(): Promise<readonly Task[]> {
  const found = await searchTasks(open.session, { subject: SUBJECT, mostPages: 5 });
  if (!found.ok) throw new Error(found.failure.message);
  return found.value;
}
const breakOff = (effect: 'before' | 'after' = 'after') =>
  open.portal.faults.add({
    fault: { kind: 'dropped-connection', effect },
    when: { path: '/crm/objects/2026-09/tasks', method: 'POST', times: 1 },
  });
async function breakOffWork(): Promise<void> {
  breakOff();
  await expect(work()).rejects.toThrow('writing tasks');
  open.portal.faults.clear();
}

test('three days after a note was shared its rep has one task, on no record, that says nothing', async () => {
  await share();
  wait(3 * DAY_MS - 1);
  await work();
  expect(await reminders()).toEqual([]);
  wait(1);
  await work();
  await work();
  const made = await reminders();
  expect(made).toMatchObject([{ ownerId: people.ana.ownerId, status: 'NOT_STARTED' }]);
  const [{ id, body, dueAt } = { id: '', body: '', dueAt: '' }] = made;
  expect(body).toMatch(
    /^<p>It waits for your answer on the Coaching tab of Sideline.<\/p><p>Sideline reminder \d+-\d+<\/p>$/,
  );
  // The next morning in Berlin.
  expect(new Date(dueAt ?? '').toISOString()).toBe('2026-12-08T08:00:00.000Z');
  for (const type of [dealType, contactType, companyType])
    expect(open.portal.state.associations.links(taskType, id, type)).toEqual([]);
});

test('all notes of a person are one task a day, another person has their own, and no note is told twice', async () => {
  await share('ana');
  await share('ana', { recordId: '5002' });
  await share('ben');
  wait(3 * DAY_MS);
  await work();
  const owners = async () => (await reminders()).map(({ ownerId }) => ownerId).sort();
  const { ana, ben } = people;
  expect(await owners()).toEqual([ana.ownerId, ben.ownerId]);
  for (let day = 0; day < 4; day += 1) {
    wait(DAY_MS);
    await work();
  }
  expect(await owners()).toEqual([ana.ownerId, ben.ownerId]);
});

test('a note that falls due later on the same day is told on the next', async () => {
  await share();
  wait(3600_000);
  await share('ana', { recordId: '5002' });
  wait(3 * DAY_MS - 3600_000);
  await work();
  wait(3600_000);
  await work();
  expect(await reminders()).toHaveLength(1);
  wait(DAY_MS);
  await work();
  await work();
  expect(await reminders()).toHaveLength(2);
});

test.each(['seen', 'agreed', 'disagreed'] as const)('who answered %s is not reminded', async (said) => {
  const noteId = await share();
  await share('ana', { state: 'private' });
  await answer(noteId, said);
  wait(5 * DAY_MS);
  await work();
  expect(await reminders()).toEqual([]);
});

test('a task that a broken call made is found again, once search can tell, and not made twice', async () => {
  await share();
  wait(3 * DAY_MS);
  open.portal.admin.setSearchLag({ lag: 200 });
  await breakOffWork();
  // Search does not know it yet, and nobody asks it before it may.
  await work();
  expect(await listAskedPortals(store.db)).toEqual([sync.portal.id]);
  open.portal.admin.setSearchLag({ lag: 0 });
  while ((await reminders()).length === 0) await sleep(20);
  wait(SEARCH_LAG_MS);
  await work();
  expect(await reminders()).toHaveLength(1);
  expect(await listAskedPortals(store.db)).toEqual([]);
});

test('killed between beginning and asking: the next pass asks, and a call that made nothing is repeated', async () => {
  await share();
  wait(3 * DAY_MS);
  breakOff('before');
  await expect(work()).rejects.toThrow('writing tasks');
  open.portal.faults.clear();
  expect(await reminders()).toEqual([]);
  wait(SEARCH_LAG_MS);
  await work();
  expect(await reminders()).toHaveLength(1);
  // As a pass leaves it that was killed before it asked.
  await store.db
    .updateTable('coaching_reminder')
    .set({ is_over: false, asked_at: null, task_id: null })
    .execute();
  for (const { id } of await reminders()) open.portal.admin.archive({ type: 'tasks', id });
  await work();
  expect(await reminders()).toHaveLength(1);
});

test('two tasks of one reminder: the check leaves one', async () => {
  await share();
  wait(3 * DAY_MS);
  await breakOffWork();
  const [late] = await reminders();
  const { id } = late ?? { id: '' };
  open.portal.admin.archive({ type: 'tasks', id });
  wait(SEARCH_LAG_MS);
  await work();
  open.portal.admin.restore({ type: 'tasks', id });
  expect(await reminders()).toHaveLength(2);
  await reconcilePortal(await open.sync());
  const left = await reminders();
  expect(left).toHaveLength(1);
  expect(left.map((task) => task.id)).not.toContain(id);
});

test('answered while nobody knew of the task: none is made, and the one that was made goes, however late it comes', async () => {
  const noteId = await share();
  wait(3 * DAY_MS);
  await breakOffWork();
  const [made] = await reminders();
  await answer(noteId);
  wait(SEARCH_LAG_MS);
  await work();
  expect(await reminders()).toEqual([]);
  // And another, of a call that nobody waited for any more.
  const again = await createTask(open.session, {
    ...{ subject: SUBJECT, body: made?.body ?? '', dueAt: now },
    ...{ ownerId: people.ana.ownerId, records: [] },
  });
  expect(again.ok && (await reminders())).toHaveLength(1);
  await reconcilePortal(await open.sync());
  expect(await reminders()).toEqual([]);
  wait(3_600_000);
  await reconcilePortal(await open.sync());
  await share();
  wait(3 * DAY_MS);
  await work();
  // What is settled is forgotten on another day; the new note has its own.
  expect(await reminders()).toHaveLength(1);
  expect(await store.db.selectFrom('coaching_reminder').select('id').execute()).toHaveLength(1);
});

test('a reminder that HubSpot could not take by midnight stays the only one of the day on which it is made', async () => {
  await share();
  wait(3 * DAY_MS);
  breakOff('before');
  await expect(work()).rejects.toThrow('writing tasks');
  open.portal.faults.clear();
  await share('ana', { recordId: '5002' });
  wait(3 * DAY_MS);
  await work();
  await work();
  expect(await reminders()).toHaveLength(1);
  wait(DAY_MS);
  await work();
  expect(await reminders()).toHaveLength(2);
});

test('while the feature is off nobody is reminded; afterwards of what still waits', async () => {
  await features().switch(featureNames.tasks, false);
  await share();
  wait(5 * DAY_MS);
  await work();
  expect(await reminders()).toEqual([]);
  await features().switch(featureNames.tasks, true);
  await work();
  expect(await reminders()).toHaveLength(1);
});

test('nothing that the portal has stored holds a word of what was shared', async () => {
  const changes = JSON.stringify(open.portal.stateChanges.after(0));
  expect(changes).toContain(SUBJECT);
  expect(changes).not.toContain('Zanzibar');
});
