import fc from 'fast-check';
import { sql } from 'kysely';
import type { NoteContent, NotePromise } from '../../../src/contract/index.ts';
import { createActionTasks } from '../../../src/domains/coaching/actions/tasks/service.ts';
import { forPortal as tasksOf } from '../../../src/domains/coaching/actions/tasks/store.ts';
import { openPortalSealer } from '../../../src/install/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { promises as upgrade } from '../../../src/store/migrations/0021-promises.ts';
import { granted, openCoaching, type OpenCoaching } from './open-notes.ts';
import { people } from '../../support/small-company.ts';
import { followPromises, steps, type Shown } from './promise-steps.ts';

let open: OpenCoaching;
beforeAll(async () => {
  open = await openCoaching();
  await open.report('ana', 'maria');
}, 60_000);
afterAll(() => open.stop());
beforeEach(() => open.clear());

const promise = (id: string, text: string): NotePromise => ({ id, text, doer: 'rep', dueOn: '2026-12-01' });
const contentOf = (promises: readonly NotePromise[]): NoteContent => ({
  topic: 'deal',
  text: { form: 'free', text: 'Zanzibar' },
  promises: [...promises],
});
const write = (
  promises: readonly NotePromise[],
  change: { noteId?: string; version?: number; seenPromises?: NotePromise[] } = {},
) => open.write('maria', '', { content: contentOf(promises), ...change });
const listRows = () =>
  open.store.db
    .selectFrom('coaching_action')
    .select(['id', 'promise_id', 'state', 'task_id', 'task_news'])
    .orderBy('promise_id')
    .execute();
/** The note as its author opens it. */
const openNote = async () => {
  const [note] = (await open.card('maria')).notes;
  if (!note?.content) throw new Error('there is nothing to change');
  return { ...note, content: note.content };
};

test('the same save delivered twice makes no second action, and asks HubSpot for nothing twice', async () => {
  const first = await write([promise('a1', 'Call Jo')]);
  const rows = await listRows();
  const change = { noteId: first.noteId, version: 1, seenPromises: [promise('a1', 'Call Jo')] };
  const content = [promise('b2', 'Call Kim'), promise('a1', 'Call Jo')];
  const second = await write(content, change);
  const after = await listRows();
  expect(await write(content, change)).toMatchObject({ version: second.version });
  expect(await listRows()).toEqual(after);
  expect(after).toEqual([...rows, expect.objectContaining({ promise_id: 'b2', state: 'open' })]);
});

test('a promise without an id is known by its place, and two with the same id are refused', async () => {
  const unnamed = { text: 'Call Jo', doer: 'rep', dueOn: '2026-12-01' };
  await write([unnamed, { ...unnamed, text: 'Call Kim' }] as NotePromise[]);
  expect((await listRows()).map((row) => row.promise_id)).toEqual(['1', '2']);
  const twice = [promise('a1', 'Call Jo'), promise('a1', 'Call Kim')];
  await expect(write(twice)).rejects.toThrow('bad_request: Action 2 has the id of an earlier one.');
});

test('a promise that comes back after another window took it out is promised again; what was done is done', async () => {
  const both = [promise('a1', 'Call Jo'), promise('b2', 'Call Kim')];
  const { noteId } = await write(both);
  const done = (await open.card('ana')).actions.find(({ text }) => text === 'Call Jo');
  granted(await open.service.actions.tick(open.caller('ana'), { actionId: done?.id ?? '', isDone: true }));
  await write([], { noteId, version: 1, seenPromises: both });
  expect((await open.card('ana')).actions).toEqual([]);
  await write(both, { noteId, version: 2, seenPromises: [] });
  expect((await open.card('ana')).actions).toMatchObject([
    { text: 'Call Kim', isDone: false },
    { id: done?.id, text: 'Call Jo', isDone: true },
  ]);
});

test('to put back what HubSpot changed is a change, though the note has said so all along', async () => {
  const { noteId } = await write([promise('a1', 'Call Jo')]);
  await hubspot().tell();
  await hubspot().change('a1', { text: 'Call Kim', dueOn: '2026-12-02', isDone: false });
  const seenPromises = (await openNote()).content.promises;
  expect(seenPromises).toMatchObject([{ text: 'Call Kim', dueOn: '2026-12-02' }]);
  const change = { noteId, version: 1, seenPromises };
  expect(await write([promise('a1', 'Call Jo')], change)).toMatchObject({ version: 2 });
  expect(await write([promise('a1', 'Call Jo')], change)).toMatchObject({ version: 2 });
  expect((await open.card('ana')).actions).toMatchObject([{ text: 'Call Jo', due: 'due 1 Dec 2026' }]);
});

test('words from HubSpot that are longer than a promise may be are shown shortened, and stay as they are', async () => {
  const { noteId } = await write([promise('a1', 'Call Jo')]);
  await hubspot().tell();
  await hubspot().change('a1', { text: 'x'.repeat(900), dueOn: '2026-12-02', isDone: false });
  const { content } = await openNote();
  expect(content.promises).toMatchObject([{ text: `${'x'.repeat(499)}…`, dueOn: '2026-12-02' }]);
  await write(content.promises, { noteId, version: 1, seenPromises: content.promises });
  expect((await open.card('ana')).actions).toMatchObject([{ text: 'x'.repeat(900) }]);
});

test('what was sealed and promised before promises had ids goes on after the upgrade', async () => {
  const { db } = open.store;
  const two = [promise('1', 'Call Jo'), promise('2', 'Call Kim')];
  const { noteId } = await write(two);
  await hubspot().tell();
  // As the store was before: places in place of ids, and none in the text.
  await sql`alter table coaching_action add column number integer`.execute(db);
  await sql`update coaching_action set number = promise_id::integer - 1`.execute(db);
  await sql`alter table coaching_action drop column promise_id, add unique (portal_id, note_id, number)`.execute(
    db,
  );
  const sealer = await openPortalSealer(open.install, open.portalId);
  const row = await db.selectFrom('coaching_note').selectAll().executeTakeFirstOrThrow();
  const purpose = `portal:${open.portalId}:note of ${row.author_id} about ${row.rep_id}`;
  const unnamed = two.map(({ text, doer, dueOn }) => ({ text, doer, dueOn }));
  const sealed = sealer.seal(JSON.stringify({ ...contentOf([]), promises: unnamed }), purpose);
  await db.updateTable('coaching_note').set({ sealed_content: sealed }).execute();

  await upgrade.up(db as never);
  const before = await listRows();
  expect(before.map((each) => each.promise_id)).toEqual(['1', '2']);
  const { content } = await openNote();
  expect(content.promises).toEqual(two);
  await write(two.slice(1), { noteId, version: 1, seenPromises: two });
  expect(await listRows()).toMatchObject([
    { ...before[0], state: 'dropped', task_news: expect.any(Number) },
    { ...before[1] },
  ]);
});

/** HubSpot's side, as `sync` tells of it. */
function hubspot() {
  const { db } = open.store;
  const openSealer = (portalId: number) => openPortalSealer(open.install, portalId);
  const follower = createActionTasks({ db, realClock: systemClock, openSealer });
  const taskOf = async (promiseId: string) =>
    (await listRows()).find((row) => row.promise_id === promiseId)?.task_id ?? '';
  return {
    /** HubSpot has been told of everything, and has a task of each action. */
    async tell(): Promise<void> {
      const store = tasksOf(db, open.portalId, await openSealer(open.portalId));
      for (const { action, isDropped, taskId, news } of await store.listUntold(100)) {
        if (!isDropped && taskId === null) await store.noteTask(action.id, `of ${action.promiseId}`);
        await store.settle(action.id, news);
      }
    },
    async change(
      promiseId: string,
      { text, dueOn, isDone }: { text: string; dueOn: string; isDone: boolean },
    ): Promise<void> {
      const task = {
        ...{ id: await taskOf(promiseId), subject: text, body: '', ownerId: '', type: 'TODO' },
        ...{ status: isDone ? 'COMPLETED' : 'NOT_STARTED', dueAt: `${dueOn}T09:00:00Z`, completedAt: null },
      };
      await follower.takeTasks(open.sync.portal, { records: [task], missing: [] } as never);
    },
    async remove(promiseId: string): Promise<void> {
      await follower.takeTasks(open.sync.portal, { records: [], missing: [await taskOf(promiseId)] });
    },
  };
}

test('whatever is edited, moved, taken out, added, finished and changed in HubSpot, each promise keeps its own', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      await open.clear();
      let noteId: string | undefined;
      await followPromises(script, {
        async open() {
          const { content, closedPromises } = await openNote();
          return { promises: content.promises, closed: closedPromises.map(({ promiseId }) => promiseId) };
        },
        async save(promises, seenPromises, version) {
          const change = noteId === undefined ? {} : { noteId, seenPromises: [...seenPromises] };
          const saved = await write(promises, { version, ...change });
          noteId = saved.noteId;
          return saved.version;
        },
        async tick(promiseId, isDone) {
          const { id } = (await listRows()).find((row) => row.promise_id === promiseId) ?? { id: '' };
          granted(await open.service.actions.tick(open.caller('ana'), { actionId: id, isDone }));
        },
        ...hubspot(),
        async list(): Promise<Shown[]> {
          const { actions } = await open.service.copies.readOwn(open.portalId, people.ana.ownerId);
          return actions.map(({ id, promiseId, text, dueOn, state }) => ({
            id,
            promiseId,
            text,
            dueOn,
            isDone: state === 'done',
          }));
        },
      });
    }),
    { numRuns: 40 },
  );
}, 240_000);
