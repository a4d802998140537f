import { randomUUID } from 'node:crypto';
import { createActionTasks } from '../../../src/domains/coaching/actions/tasks/service.ts';
import { exportView, type NoteContent, type NotePromise } from '../../../src/contract/index.ts';
import { heldCoachingOf } from '../../../src/domains/coaching/index.ts';
import { openPortalSealer } from '../../../src/install/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refusal, type Name, type OpenCoaching } from './open-notes.ts';

let open: OpenCoaching;
beforeAll(async () => {
  open = await openCoaching();
}, 60_000);
afterAll(() => open.stop());
// Maria was Ana's manager and agreed two things with her; Dan is now.
let noteId: string;
const promise = (text: string): NotePromise => ({
  ...{ id: randomUUID(), text, doer: 'rep', dueOn: '2026-12-01' },
});
const [call, send] = [promise('call Jo'), promise('send the offer')];
const contentOf = (...promises: NotePromise[]): NoteContent => ({
  topic: 'deal',
  text: { form: 'free', text: 'agreed' },
  promises,
});
const leave = () => open.report('ana', 'dan');
beforeEach(async () => {
  await open.clear();
  await open.report('maria', 'eva');
  await open.report('dan', 'eva');
  await open.report('ana', 'maria');
  ({ noteId } = await open.write('maria', '', { content: contentOf(call, send) }));
  for (const [taskId, { id }] of [
    ['901', call],
    ['902', send],
  ] as const)
    await open.store.db
      .updateTable('coaching_action')
      .set({ task_id: taskId, task_kind: 'public', task_news: null })
      .where('promise_id', '=', id)
      .execute();
});

const takeTasks = (tasks: { readonly renamed?: string; readonly deleted?: string }) =>
  createActionTasks({
    db: open.store.db,
    realClock: { now: () => new Date() },
    openSealer: (portalId) => openPortalSealer(open.install, portalId),
  }).takeTasks(open.sync.portal, {
    records: (tasks.renamed === undefined ? [] : [tasks.renamed]).map((id) => ({
      ...{ id, subject: 'renamed in HubSpot', status: 'NOT_STARTED' },
      ...{ dueAt: '2027-01-15T08:00:00Z', completedAt: null },
    })),
    missing: tasks.deleted === undefined ? [] : [tasks.deleted],
  } as never);
const shown = async (name: Name) => (await open.card(name)).actions.map(({ text, due }) => `${text}, ${due}`);
const asWritten = ['call Jo, due 1 Dec 2026', 'send the offer, due 1 Dec 2026'];
const copyOf = async (name: Name) => {
  granted(await open.service.copies.prepare(open.caller('olga'), { ownerId: people[name].ownerId }));
  return exportView.parse(granted(await open.service.copies.collect(open.caller(name)))).json;
};

test('whoever manages reads what HubSpot’s people made of a promise', async () => {
  await takeTasks({ renamed: '901', deleted: '902' });
  for (const name of ['maria', 'ana'] as const)
    expect(await shown(name)).toEqual(['renamed in HubSpot, due 15 Jan 2027']);
});

test('a former manager does not: card, export and copy say what they wrote', async () => {
  await leave();
  await takeTasks({ renamed: '901', deleted: '902' });
  expect(await shown('ana')).toEqual(['renamed in HubSpot, due 15 Jan 2027']);
  expect((await shown('maria')).sort()).toEqual(asWritten);
  const { actions } = await open.service.copies.readOwn(open.portalId, people.maria.ownerId);
  expect(actions.map(({ text, dueOn, state }) => ({ text, dueOn, state }))).toEqual(
    [call, send].map(({ text, dueOn }) => ({ text, dueOn, state: 'open' })),
  );
  expect(await copyOf('maria')).not.toMatch(/renamed|"dueOn": ?"2027|"dropped"/);
});

test('what they took out of the note themselves does not come back', async () => {
  await open.write('maria', '', { noteId, version: 1, content: contentOf(call) });
  await leave();
  expect(await shown('maria')).toEqual(asWritten.slice(0, 1));
  const own = await open.service.copies.readOwn(open.portalId, people.maria.ownerId);
  expect(own.actions).toMatchObject([{ text: 'call Jo' }]);
  expect(await copyOf('maria')).toContain('"dropped"');
});

test('what they promised themselves they go on following', async () => {
  const own: NotePromise = { ...promise('ask legal'), doer: 'author' };
  await open.write('maria', '', { noteId, version: 1, content: contentOf(call, send, own) });
  await leave();
  const [action] = (await open.card('maria')).actions.filter(({ mayTick }) => mayTick);
  granted(await open.service.actions.tick(open.caller('maria'), { actionId: action!.id, isDone: true }));
  expect((await open.card('maria')).actions).toContainEqual(expect.objectContaining({ isDone: true }));
});

test('a former manager adds nothing and begins nothing to add, as their card says', async () => {
  const { notes, drafts } = open.service;
  const version = await open.card('ana').then((card) => card.notes[0]!.version);
  granted(await notes.acknowledge(open.caller('ana'), { noteId, version, answer: 'seen' }));
  granted(await notes.add(open.caller('maria'), { noteId, text: 'in time' }));
  await leave();
  expect((await open.card('maria')).notes).toMatchObject([{ mayAdd: false }]);
  const maria = open.caller('maria');
  expect(await refusal(notes.add(maria, { noteId, text: 'too late' }))).toBe('forbidden');
  const place = { kind: 'addendum', noteId } as const;
  expect(await refusal(drafts.save(maria, { place, version: 0, text: 'too late' }))).toBe('forbidden');
  expect((await open.card('ana')).notes).toMatchObject([{ addenda: [{ text: 'in time' }] }]);
  // The rep may, whoever manages them.
  granted(await notes.add(open.caller('ana'), { noteId, text: 'of Ana' }));
});

test('the rows that a former manager’s export holds say nothing newer either', async () => {
  const { lines } = open.service;
  const record = { recordType: 'deal', recordId: '7001' } as const;
  granted(await lines.add(open.caller('ana'), { ...record, text: 'for Maria' }));
  await leave();
  const [line] = (await open.card('ana')).lines;
  const { ownerId: managerId } = people.dan;
  granted(await lines.handOn(open.caller('ana'), { lineId: line!.id, managerId }));
  await takeTasks({ renamed: '901' });
  const held = (name: Name) => heldCoachingOf(open.store.db, open.portalId).list(people[name].ownerId);
  const { coachingLines, coachingActions } = await held('maria');
  expect(coachingLines).toMatchObject([{ manager_id: people.maria.ownerId, reader_id: null }]);
  expect(coachingActions).toHaveLength(2);
  expect(JSON.stringify(coachingActions)).not.toContain('2027-01-15');
  expect((await held('dan'))['coachingLines']).toMatchObject([{ manager_id: null, reader_id: managerId }]);
  expect((await held('ana'))['coachingLines']).toMatchObject([{ reader_id: managerId }]);
});
