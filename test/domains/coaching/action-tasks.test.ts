import { setTimeout as sleep } from 'node:timers/promises';
import { namePromises, saveNoteRequest, type NotePromise } from '../../../src/contract/index.ts';
import {
  createCoachingTasks,
  createCoachingService,
  type CoachingService,
} from '../../../src/domains/coaching/index.ts';
import { listAskedPortals } from '../../../src/domains/coaching/actions/tasks/store.ts';
import { forPortal as actionsOfPortal } from '../../../src/domains/coaching/actions/store.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { createTask, listTasksOf, readTasks, searchTasks, type Task } from '../../../src/hubspot/index.ts';
import { featureNames, featuresOf, openPortalSealer } from '../../../src/install/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import {
  companyType,
  contactType,
  dealType,
  taskType,
} from '../../../src/sandbox/portal/objects/object-types.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { compareTasks } from '../../../src/sync/tasks/pull-tasks.ts';
import { pullPortal, reconcilePortal, workPortal, type PortalSync } from '../../../src/sync/index.ts';
import { SEARCH_LAG_MS } from '../../../src/tasks/index.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { people, seedDeal, smallCompany } from '../../support/small-company.ts';

let store: OpenDatabase;
let open: OpenSync;
let sync: PortalSync;
let coaching: CoachingService;

/** The real clock, which a test may set forward. */
let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };
const openSealer = (portalId: number) => openPortalSealer(open.install, portalId);

beforeAll(async () => {
  store = await openTestStore();
  const taskFollower = createCoachingTasks({ db: store.db, realClock: clock, openSealer });
  const seed = () => {
    const { deals, ...company } = smallCompany();
    const more = ['7011', '7012', '7013', '7014', '7015', '7016'];
    const ids = [...deals.map(({ id }) => id), ...more];
    return { ...company, deals: ids.map((id) => seedDeal(id, 'ana')) };
  };
  open = await openSync(store.db, { taskFollower, seed });
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

type WrittenPromise = Omit<NotePromise, 'id'> & { readonly id?: string };

/** Shares a note beside a deal that no other test uses; answers its id. */
async function share(
  recordId: string,
  promises: readonly WrittenPromise[],
  change: {
    topic?: 'deal' | 'skill';
    noteId?: string;
    version?: number;
    seenPromises?: readonly NotePromise[];
  } = {},
): Promise<string> {
  const { topic = 'deal', noteId = null, version = 0, seenPromises } = change;
  const text = { form: 'free' as const, text: 'Zanzibar is between us' };
  const request = saveNoteRequest.parse({
    recordType: 'deal',
    recordId,
    ownerId: people.ana.ownerId,
    noteId,
    version,
    content: { topic, text, promises },
    ...(seenPromises && { seenPromises }),
    state: 'shared',
  });
  const saved = await coaching.notes.save(caller('maria'), request);
  if (!saved.ok) throw new Error(saved.failure.message);
  return saved.value.noteId;
}
/** By its place, where no other id is given. */
const promise = (text: string, doer: 'rep' | 'author' = 'rep', id?: string) => ({
  ...(id !== undefined && { id }),
  text,
  doer,
  dueOn: '2026-11-27',
});

const newPromise = (text: string): NotePromise => ({
  id: crypto.randomUUID(),
  text,
  doer: 'rep',
  dueOn: '2026-11-27',
});

async function tasksOf(dealId: string): Promise<readonly Task[]> {
  const read = await listTasksOf(open.session, { type: 'deals', id: dealId });
  if (!read.ok) throw new Error(read.failure.message);
  return read.value;
}
async function actionsOf(dealId: string) {
  const view = await coaching.card.read(caller('ana'), { recordType: 'deal', recordId: dealId });
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
  await coaching.actions.tick(caller('ana'), { actionId: action?.id ?? '', isDone: true });
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

describe('an action of skill coaching', () => {
  const neutral = 'Coaching action: open Sideline';
  /** Every task of the portal that is still there, whoever owns it and whatever it belongs to. */
  const neutralTasks = async (): Promise<readonly Task[]> => {
    const found = await searchTasks(open.session, { subject: neutral, mostPages: 5 });
    if (!found.ok) throw new Error(found.failure.message);
    return found.value;
  };
  const edit = (id: string, properties: Record<string, string>) =>
    open.portal.admin.edit({ type: 'tasks', id, properties });
  const breakOff = () =>
    open.portal.faults.add({
      fault: { kind: 'dropped-connection', effect: 'after' },
      when: { path: '/crm/objects/2026-09/tasks', method: 'POST', times: 1 },
    });

  test('is a task in HubSpot of whoever promised it, that says nothing and stands on no record', async () => {
    await share('7005', [promise('Zanzibar: ask open questions'), promise('Zanzibar: listen', 'author')], {
      topic: 'skill',
    });
    await work();
    await work();
    expect(await tasksOf('7005')).toEqual([]);
    const tasks = await neutralTasks();
    expect(tasks.map(({ ownerId }) => ownerId).sort()).toEqual([people.ana.ownerId, people.maria.ownerId]);
    for (const { subject, body, dueAt } of tasks) {
      expect(subject).toBe(neutral);
      expect(body).toMatch(/^<p>An action from coaching in Sideline.<\/p><p>Sideline action \d+-\d+<\/p>$/);
      expect(new Date(dueAt ?? '').toISOString()).toBe('2026-11-27T08:00:00.000Z');
    }
    const { associations } = open.portal.state;
    for (const { id } of tasks)
      for (const type of [dealType, contactType, companyType])
        expect(associations.links(taskType, id, type)).toEqual([]);
  });

  test('is finished, put off and dropped in HubSpot, and keeps its words whatever the task is called there', async () => {
    const before = new Set((await neutralTasks()).map(({ id }) => id));
    await share('7006', [promise('Zanzibar: pause'), promise('Zanzibar: wait', 'author')], {
      topic: 'skill',
    });
    await work();
    const made = (await neutralTasks()).filter(({ id }) => !before.has(id));
    const [ofAna, ofMaria] = [people.ana, people.maria].map(
      ({ ownerId }) => made.find((task) => task.ownerId === ownerId)?.id ?? '',
    );
    edit(ofAna ?? '', {
      hs_task_status: 'COMPLETED',
      hs_task_subject: 'My thing with Maria',
      hs_timestamp: '2026-12-01T09:00:00Z',
    });
    open.portal.admin.archive({ type: 'tasks', id: ofMaria ?? '' });
    await compareTasks(await open.sync());
    expect(await actionsOf('7006')).toMatchObject([{ text: 'Zanzibar: pause', isDone: true }]);
    // Opened again here, the task is open there, under the name that its owner gave it.
    const [action] = await actionsOf('7006');
    await coaching.actions.tick(caller('ana'), { actionId: action?.id ?? '', isDone: false });
    await work();
    const read = await readTasks(open.session, [ofAna ?? '']);
    expect(read).toMatchObject({
      value: { records: [{ subject: 'My thing with Maria', status: 'NOT_STARTED' }] },
    });
  });

  test('is asked for again only when search can tell, and is not made twice', async () => {
    const before = (await neutralTasks()).length;
    open.portal.admin.setSearchLag({ lag: 200 });
    await share('7007', [promise('Zanzibar: summarise')], { topic: 'skill' });
    breakOff();
    await expect(work()).rejects.toThrow('writing tasks');
    open.portal.faults.clear();
    // Search does not know it yet, and nobody asks it before it may.
    await work();
    expect(await listAskedPortals(store.db)).toEqual([sync.portal.id]);
    open.portal.admin.setSearchLag({ lag: 0 });
    while ((await neutralTasks()).length === before) await sleep(20);
    ahead += SEARCH_LAG_MS;
    await work();
    expect(await neutralTasks()).toHaveLength(before + 1);
    expect(await listAskedPortals(store.db)).toEqual([]);
  });

  test('a task that a broken call made late is archived by the next check; the one that is followed stays', async () => {
    const before = (await neutralTasks()).length;
    await share('7008', [promise('Zanzibar: ask why')], { topic: 'skill' });
    breakOff();
    await expect(work()).rejects.toThrow('writing tasks');
    open.portal.faults.clear();
    // Search takes longer than HubSpot says: what the first call made is not found, and a second is made.
    const [late] = await neutralTasks();
    const { id } = late ?? { id: '' };
    open.portal.admin.archive({ type: 'tasks', id });
    ahead += SEARCH_LAG_MS;
    await work();
    open.portal.admin.restore({ type: 'tasks', id });
    expect(await neutralTasks()).toHaveLength(before + 2);
    await reconcilePortal(await open.sync());
    const left = await neutralTasks();
    expect(left).toHaveLength(before + 1);
    expect(left.map((task) => task.id)).not.toContain(id);
    const followed = await createCoachingTasks({ db: store.db, realClock: clock, openSealer }).listFollowed(
      sync.portal.id,
      left.map((task) => task.id),
    );
    expect(followed).toHaveLength(left.length);
  });

  test('is what an action of a 1:1 becomes too, whatever it is about', async () => {
    const before = new Set((await neutralTasks()).map(({ id }) => id));
    const record = { type: 'meeting' as const, id: '20261124' };
    const text = { form: 'free' as const, text: 'Zanzibar' };
    const content = { topic: 'deal' as const, text, promises: namePromises([promise('Zanzibar: forecast')]) };
    const parties = { authorId: people.maria.ownerId, repId: people.ana.ownerId };
    const actions = actionsOfPortal(store.db, sync.portal.id, await openSealer(sync.portal.id));
    await actions.keepPromises({ id: 'of a 1:1', ...parties, record, content }, [], clock.now());
    await work();
    const made = (await neutralTasks()).filter(({ id }) => !before.has(id));
    expect(made).toMatchObject([{ ownerId: people.ana.ownerId }]);
  });

  test('a note that speaks of something else by now takes its public task away, and the other way round', async () => {
    const before = (await neutralTasks()).length;
    const noteId = await share('7009', [promise('Send the draft')]);
    await work();
    expect(await tasksOf('7009')).toHaveLength(1);
    await share('7009', [promise('Zanzibar: send the draft')], { noteId, version: 1, topic: 'skill' });
    await work();
    expect(await tasksOf('7009')).toEqual([]);
    expect(await neutralTasks()).toHaveLength(before + 1);
    await compareTasks(await open.sync());
    expect(await actionsOf('7009')).toMatchObject([{ text: 'Zanzibar: send the draft', isDone: false }]);
    await share('7009', [promise('Send the draft')], { noteId, version: 2 });
    await work();
    expect((await tasksOf('7009')).map(({ subject }) => subject)).toEqual(['Send the draft']);
    expect(await neutralTasks()).toHaveLength(before);
  });
});

describe('a note that is shared again', () => {
  /** As its author opens it. */
  const openNote = async (recordId: string) => {
    const view = await coaching.card.read(caller('maria'), { recordType: 'deal', recordId });
    const [note] = view.ok ? view.value.notes : [];
    if (!note?.content) throw new Error('there is nothing to change');
    return { note, promises: note.content.promises };
  };
  /** Changes the promises as a form does that was opened before. */
  const shareAgain = (
    recordId: string,
    { note, promises }: Awaited<ReturnType<typeof openNote>>,
    change: (promises: readonly NotePromise[]) => NotePromise[],
  ) =>
    share(recordId, change(promises), {
      noteId: note.id,
      version: note.version,
      seenPromises: promises,
    });
  const subjectsOf = async (dealId: string) =>
    (await tasksOf(dealId)).map(({ id, subject, status }) => ({ id, subject, status }));
  const follow = async () => compareTasks(await open.sync());

  test('without its first promise leaves the second its own task and state', async () => {
    await share('7013', [promise('Ask Jo', 'rep', 'a1'), promise('Ask Kim', 'rep', 'b2')]);
    await work();
    const kept = (await subjectsOf('7013')).find(({ subject }) => subject === 'Ask Kim');
    const [first] = (await actionsOf('7013')).filter(({ text }) => text === 'Ask Jo');
    await coaching.actions.tick(caller('ana'), { actionId: first?.id ?? '', isDone: true });
    await work();
    await shareAgain('7013', await openNote('7013'), ([, second]) => (second ? [second] : []));
    await work();
    expect(await actionsOf('7013')).toMatchObject([{ text: 'Ask Kim', isDone: false }]);
    expect(await subjectsOf('7013')).toEqual([kept]);
  });

  test('writes nothing to HubSpot over what was changed there, before or after it was opened', async () => {
    await share('7014', [promise('Send it', 'rep', 'a1'), promise('Sign it', 'rep', 'b2')]);
    await work();
    const tasks = await subjectsOf('7014');
    const idOf = (words: string) => tasks.find(({ subject }) => subject === words)?.id ?? '';
    const rename = (words: string, properties: Record<string, string>) =>
      open.portal.admin.edit({ type: 'tasks', id: idOf(words), properties });
    rename('Send it', { hs_task_subject: 'Send it to Jo', hs_timestamp: '2026-12-01T09:00:00Z' });
    await follow();
    const opened = await openNote('7014');
    expect(opened.promises).toMatchObject([
      { id: 'a1', text: 'Send it to Jo', dueOn: '2026-12-01' },
      { id: 'b2', text: 'Sign it', dueOn: '2026-11-27' },
    ]);
    rename('Send it', { hs_task_subject: 'Send it to Kim', hs_task_status: 'COMPLETED' });
    await follow();
    const before = open.portal.stateChanges.count;
    await shareAgain('7014', opened, (promises) => [...promises].reverse());
    await work();
    expect(open.portal.stateChanges.count).toBe(before);
    expect(await actionsOf('7014')).toMatchObject([
      { text: 'Sign it', isDone: false },
      { text: 'Send it to Kim', isDone: true },
    ]);
    expect((await openNote('7014')).note.closedPromises).toEqual([
      { promiseId: 'a1', words: expect.stringMatching(/^Done \d+ \w+ \d{4}\.$/) },
    ]);
    // What its author changes is done all the same.
    await shareAgain('7014', await openNote('7014'), (promises) =>
      promises.map((each) => (each.id === 'a1' ? { ...each, text: 'Send it', dueOn: '2026-11-27' } : each)),
    );
    await work();
    expect(await subjectsOf('7014')).toContainEqual({
      ...{ id: idOf('Send it'), subject: 'Send it', status: 'COMPLETED' },
    });
  });

  test('brings nothing back that was deleted in HubSpot, until its author changes it', async () => {
    await share('7015', [promise('Ring twice', 'rep', 'a1')]);
    await work();
    const [task] = await subjectsOf('7015');
    open.portal.admin.archive({ type: 'tasks', id: task?.id ?? '' });
    await follow();
    const opened = await openNote('7015');
    expect(opened.note.closedPromises).toEqual([
      {
        promiseId: 'a1',
        words: 'Its task was deleted in HubSpot: it is promised no more, unless you change it.',
      },
    ]);
    await shareAgain('7015', opened, ([first]) => [...(first ? [first] : []), newPromise('Write once')]);
    await work();
    expect((await subjectsOf('7015')).map(({ subject }) => subject)).toEqual(['Write once']);
    await shareAgain('7015', await openNote('7015'), (promises) =>
      promises.map((each) => (each.id === 'a1' ? { ...each, text: 'Ring once' } : each)),
    );
    await work();
    await follow();
    expect((await subjectsOf('7015')).map(({ subject }) => subject).sort()).toEqual([
      'Ring once',
      'Write once',
    ]);
    expect(await actionsOf('7015')).toHaveLength(2);
  });

  test('wins over a deletion that nobody here knew of yet', async () => {
    await share('7016', [promise('Meet', 'rep', 'a1'), promise('Greet', 'rep', 'b2')]);
    await work();
    for (const { id } of await subjectsOf('7016')) open.portal.admin.archive({ type: 'tasks', id });
    const [, greet] = (await actionsOf('7016')).toSorted((left, right) => (left.text < right.text ? 1 : -1));
    await coaching.actions.tick(caller('ana'), { actionId: greet?.id ?? '', isDone: true });
    await shareAgain('7016', await openNote('7016'), (promises) =>
      promises.map((each) => (each.id === 'a1' ? { ...each, text: 'Meet Jo' } : each)),
    );
    await follow();
    await work();
    await follow();
    expect((await subjectsOf('7016')).map(({ subject }) => subject)).toEqual(['Meet Jo']);
    expect(await actionsOf('7016')).toMatchObject([
      { text: 'Meet Jo', isDone: false },
      { text: 'Greet', isDone: true },
    ]);
  });
});

test('a second task of a deal that comes late is archived; the one that is followed stays', async () => {
  await share('7010', [promise('Call the buyer')]);
  open.portal.faults.add({
    fault: { kind: 'dropped-connection', effect: 'after' },
    when: { path: '/crm/objects/2026-09/tasks', method: 'POST', times: 1 },
  });
  await expect(work()).rejects.toThrow('writing tasks');
  open.portal.faults.clear();
  await work();
  const [followed] = await tasksOf('7010');
  // The call that nobody waited for any more takes effect.
  const late = await createTask(open.session, {
    subject: 'Call the buyer',
    body: followed?.body ?? '',
    dueAt: new Date('2026-11-27T08:00:00Z'),
    ownerId: people.ana.ownerId,
    records: [{ type: 'deals', id: '7010' }],
  });
  expect(late.ok && (await tasksOf('7010'))).toHaveLength(2);
  await reconcilePortal(await open.sync());
  expect((await tasksOf('7010')).map(({ id }) => id)).toEqual([followed?.id]);
  expect(await actionsOf('7010')).toMatchObject([{ text: 'Call the buyer', isDone: false }]);
});

test('an action that was taken back while nobody knew of its task leaves none, however late it comes', async () => {
  const noteId = await share('7011', [promise('Write to legal')]);
  open.portal.faults.add({
    fault: { kind: 'dropped-connection', effect: 'after' },
    when: { path: '/crm/objects/2026-09/tasks', method: 'POST', times: 1 },
  });
  await expect(work()).rejects.toThrow('writing tasks');
  open.portal.faults.clear();
  const [made] = await tasksOf('7011');
  open.portal.admin.archive({ type: 'tasks', id: made?.id ?? '' });
  await share('7011', [], { noteId, version: 1 });
  await work();
  open.portal.admin.restore({ type: 'tasks', id: made?.id ?? '' });
  expect(await tasksOf('7011')).toHaveLength(1);
  await reconcilePortal(await open.sync());
  expect(await tasksOf('7011')).toEqual([]);
});

test('nothing that the portal has stored holds a word of coaching that is not for it', async () => {
  const changes = JSON.stringify(open.portal.stateChanges.after(0));
  expect(changes).toContain('Write the plan');
  expect(changes).toContain('Coaching action: open Sideline');
  expect(changes).not.toContain('Zanzibar');
});

test('while the feature is off HubSpot is told nothing; afterwards what is still open', async () => {
  const features = featuresOf(store.db, sync.portal.id);
  await features.switch(featureNames.tasks, false);
  await share('7012', [promise('Later')]);
  await work();
  expect(await tasksOf('7012')).toEqual([]);
  await features.switch(featureNames.tasks, true);
  await work();
  expect((await tasksOf('7012')).map(({ subject }) => subject)).toEqual(['Later']);
});
