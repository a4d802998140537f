import { setTimeout as sleep } from 'node:timers/promises';
import { saveNoteRequest } from '../../../src/contract/index.ts';
import { heldCoachingOf } from '../../../src/domains/coaching/index.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { featureNames, featuresOf, propertyChoicesOf } from '../../../src/install/index.ts';
import { dealType } from '../../../src/sandbox/portal/objects/object-types.ts';
import { dealsOf } from '../../../src/mirror/index.ts';
import { inputOf, knock } from '../../access/knock.ts';
import { ask, tell } from '../settings/ask-settings.ts';
import { editDeal, shownOn } from '../../support/portal-deals.ts';
import { people } from '../../support/small-company.ts';
import { install, startService, type TestService } from '../../support/start-service.ts';

const { ana, ben, maria, olga } = people;
const day = 'sideline_last_coached_on';
const count = 'sideline_open_actions';
let service: TestService;

beforeAll(async () => {
  service = await startService();
  const address = `${service.publicUrl}/oauth/install?feature=coaching-actions-as-hubspot-tasks`;
  await service.connect();
  await install(service.publicUrl, address);
  await featuresOf(db(), service.portalId).switch(featureNames.tasks, true);
  const employment = { teamId: '11', startsOn: null, endsOn: null, rampMonths: 0 };
  await quotasOf(db(), service.portalId).savePeople(
    [ana, ben].map(({ ownerId }) => ({ ownerId, managerId: maria.ownerId, ...employment })),
  );
}, 120_000);
afterAll(() => service.stop(), 60_000);

const db = () => service.sideline.database.db;
const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date());
const definitionOf = (name: string) => service.portal.state.definitions(dealType).get(name);
const switchTo = (name: string, isOn: boolean, userId: number = olga.userId) =>
  tell(service, 'writes/property', userId, { name, isOn });
const shown = async (id: string) => {
  await service.settled();
  const { [day]: lastCoachedOn, [count]: openActions } = shownOn(service.portal, id);
  return { lastCoachedOn, openActions };
};
const choiceOf = async (name: string) => {
  const { body } = await ask(service, 'writes', olga.userId);
  return body.choices.find((choice: { name: string }) => choice.name === name);
};

async function post(userId: number, path: string, input: object): Promise<{ noteId: string }> {
  const asked = { ...inputOf({ method: 'POST', path }, input), asker: { userId } };
  const { status, text } = await knock(service, asked);
  if (status !== 200) throw new Error(text);
  return JSON.parse(text) as { noteId: string };
}
/** Maria writes beside a deal; answers the note's id. */
async function write(
  recordId: string,
  ownerId: string,
  change: { state?: 'private' | 'shared'; topic?: 'deal' | 'skill'; promises?: string[] } = {},
): Promise<string> {
  const { state = 'shared', topic = 'deal', promises = [] } = change;
  const request = saveNoteRequest.parse({
    recordType: 'deal',
    recordId,
    ownerId,
    noteId: null,
    version: 0,
    state,
    content: {
      topic,
      text: { form: 'free', text: 'Zanzibar' },
      promises: promises.map((text) => ({ text, doer: 'rep', dueOn: '2026-12-24' })),
    },
  });
  return (await post(maria.userId, '/cards/coaching/note', request)).noteId;
}
const actionIds = async (dealId: string) => {
  const query = { recordType: 'deal', recordId: dealId };
  const { text } = await knock(service, { method: 'GET', path: '/cards/coaching', query, asker: ana });
  return (JSON.parse(text) as { actions: { id: string }[] }).actions.map(({ id }) => id);
};

test('until ops switch a property on there is none in HubSpot, and nothing is written', async () => {
  await write('7001', ana.ownerId, { promises: ['Call Jo', 'Call Kim'] });
  await write('7004', ben.ownerId, { state: 'private' });
  expect(await shown('7001')).toEqual({});
  expect([definitionOf(day), definitionOf(count)]).toEqual([undefined, undefined]);
  expect(await choiceOf(day)).toMatchObject({
    isOn: false,
    remark: expect.stringMatching(/no such property/),
  });
});

test('each is switched on alone, by ops alone, and shows a day or a count', async () => {
  expect((await switchTo(day, true, maria.userId)).status).toBe(403);
  expect((await switchTo('sideline_quota', true)).status).toBe(404);
  expect((await switchTo(day, true)).status).toBe(200);
  expect(await shown('7001')).toEqual({ lastCoachedOn: today() });
  expect([definitionOf(day)?.type, definitionOf(count)]).toEqual(['date', undefined]);
  expect((await switchTo(count, true)).status).toBe(200);
  expect(await shown('7001')).toEqual({ lastCoachedOn: today(), openActions: '2' });
  // A private note is nobody's business, and a deal that was never coached shows no nought.
  expect(await shown('7004')).toEqual({});
  expect(await shown('7006')).toEqual({});
});

test('what is shared, finished or deleted shows at once, and an action of skill coaching does not count', async () => {
  await write('7004', ben.ownerId, { topic: 'skill', promises: ['Listen'] });
  expect(await shown('7004')).toEqual({ lastCoachedOn: today(), openActions: '0' });
  const [first] = await actionIds('7001');
  await post(ana.userId, '/cards/coaching/action/tick', { actionId: first, isDone: true });
  expect(await shown('7001')).toMatchObject({ openActions: '1' });
  await post(ana.userId, '/cards/coaching/action/tick', { actionId: first, isDone: false });
  expect(await shown('7001')).toMatchObject({ openActions: '2' });
  // The same in HubSpot: its task is ticked there.
  const readTask = () =>
    db()
      .selectFrom('coaching_action')
      .select(['task_id', 'task_news'])
      .where('id', '=', first ?? '')
      .executeTakeFirstOrThrow();
  await eventually(async () => {
    const { task_id, task_news } = await readTask();
    return task_id !== null && task_news === null;
  });
  const task = await readTask();
  service.portal.admin.edit({
    type: 'tasks',
    id: task.task_id ?? '',
    properties: { hs_task_status: 'COMPLETED' },
  });
  await eventually(async () => (await shown('7001')).openActions === '1');
});

test('a value that somebody overwrites by hand is set right', async () => {
  editDeal(service.portal, '7001', { [count]: '99' });
  await eventually(async () => (await shown('7001')).openActions === '1');
});

test('no property says who coached, whom, or a word of it', async () => {
  const changes = service.portal.stateChanges.after(0);
  const values = changes.flatMap(({ name, after }) =>
    (name === day || name === count) && typeof after === 'string' ? [after] : [],
  );
  expect(values.length).toBeGreaterThan(4);
  for (const value of values) expect(value).toMatch(/^(\d{4}-\d{2}-\d{2}|\d*)$/);
  expect(JSON.stringify(changes)).not.toContain('Zanzibar');
});

test('whoever is erased takes with them what their deals said of it', async () => {
  await heldCoachingOf(db(), service.portalId).erase(ben.ownerId);
  await service.sideline.queue.send('work-portal', { portalId: service.portalId });
  expect(await shown('7004')).toEqual({});
});

test('switched off it is emptied everywhere, and never written again', async () => {
  expect((await switchTo(day, false)).status).toBe(200);
  expect(await choiceOf(day)).toMatchObject({ isOn: false, remark: expect.stringMatching(/emptied/) });
  expect(await shown('7001')).toEqual({ openActions: '1' });
  await write('7001', ana.ownerId);
  expect(await shown('7001')).toEqual({ openActions: '1' });
  expect(definitionOf(day)?.archived).toBe(false);
  expect(await propertyChoicesOf(db(), service.portalId).list()).toEqual([
    { name: day, isOn: false },
    { name: count, isOn: true },
  ]);
});

test('a deal that is closed shows neither', async () => {
  editDeal(service.portal, '7001', { dealstage: 'won', closedate: '2026-11-24T09:00:00Z' });
  expect(await shown('7001')).toEqual({});
  expect((await dealsOf(db(), service.portalId).read('7001'))?.deal.isClosed).toBe(true);
});

/** Repeats until it holds, or a minute's worth of looks are over. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < 300; look += 1) {
    if (await holds()) return;
    await sleep(50);
  }
  throw new Error('it never came to hold');
}
