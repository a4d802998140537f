import { taskProperties } from '../../src/hubspot/schemas/task.ts';
import { makeTask, type MarkedTask } from '../../src/tasks/index.ts';
import { failureOf, openTestPortal, valueOf, watchWire } from '../hubspot/open-test-portal.ts';

watchWire();

const tasks = '/crm/objects/2026-09/tasks';
const ofDeal = '/crm/objects/2026-09/deals/9/associations/tasks';
const record = (id: string, body: string | null = null) => ({
  id,
  properties: { hs_task_body: body },
  createdAt: '2026-11-20T10:00:00Z',
  updatedAt: '2026-11-20T10:00:00Z',
});
const task: MarkedTask = {
  subject: 'Ask for the plan',
  body: '<p>Before Friday</p>',
  dueAt: new Date('2026-11-27T16:00:00Z'),
  ownerId: '201',
  records: [{ type: 'deals', id: '9' }],
  marker: 'Sideline 7f3a',
};
const isMarked = ({ properties }: { properties: { hs_task_body: string } }) =>
  properties.hs_task_body === '<p>Before Friday</p><p>Sideline 7f3a</p>';

test('the first time a task is made without looking, its marker at the end of its notes', async () => {
  const { session, http } = openTestPortal();
  http.post(tasks, isMarked).reply(201, record('1'));
  expect(valueOf(await makeTask(session, task, { isRepeat: false }))).toBe('1');
});

test('a call that broke off is not repeated by itself', async () => {
  const { session, http } = openTestPortal();
  http.post(tasks).reply(502, '<html>');
  expect(failureOf(await makeTask(session, task, { isRepeat: false })).code).toBe('unknown_effect');
});

test('a repeat finds what the first call made, however HubSpot has dressed the notes', async () => {
  const { session, http } = openTestPortal();
  http
    .get(ofDeal)
    .query(true)
    .reply(200, { results: ['1', '2', '3'].map((id) => ({ toObjectId: id })) });
  http.post(`${tasks}/batch/read`).reply(200, {
    results: [
      record('1'),
      record('2', '<p>Sideline 99</p>'),
      record('3', '<div><p>Before</p><p>Sideline 7f3a</p></div>'),
    ],
  });
  expect(valueOf(await makeTask(session, task, { isRepeat: true }))).toBe('3');
});

test('a repeat makes it where the first call came to nothing', async () => {
  const { session, http } = openTestPortal();
  http.get(ofDeal).query(true).reply(200, { results: [] });
  http.post(tasks, isMarked).reply(201, record('1'));
  expect(valueOf(await makeTask(session, task, { isRepeat: true }))).toBe('1');
});

test('a repeat that cannot look makes nothing', async () => {
  const { session, http } = openTestPortal();
  http.get(ofDeal).query(true).times(5).reply(503, '');
  expect(failureOf(await makeTask(session, task, { isRepeat: true })).code).toBe('unavailable');
});

describe('a task that stands on no record', () => {
  const alone: MarkedTask = { ...task, records: [] };
  const search = {
    filterGroups: [
      { filters: [{ propertyName: 'hs_task_subject', operator: 'EQ', value: 'Ask for the plan' }] },
    ],
    sorts: [{ propertyName: 'hs_createdate', direction: 'DESCENDING' }],
    properties: taskProperties,
    limit: 200,
    after: '0',
  };

  test('is searched for by its subject, the newest first, and told by its marker', async () => {
    const { session, http } = openTestPortal();
    http
      .post(`${tasks}/search`, search)
      .reply(200, { total: 2, results: [record('5'), record('6', '<p>Sideline 7f3a</p>')] });
    expect(valueOf(await makeTask(session, alone, { isRepeat: true }))).toBe('6');
  });

  test('is made where search knows of none', async () => {
    const { session, http } = openTestPortal();
    http.post(`${tasks}/search`).reply(200, { total: 0, results: [] });
    http.post(tasks, isMarked).reply(201, record('1'));
    expect(valueOf(await makeTask(session, alone, { isRepeat: true }))).toBe('1');
  });

  test('is not searched for without end', async () => {
    const { session, http } = openTestPortal();
    for (let page = 0; page < 5; page += 1)
      http.post(`${tasks}/search`, { ...search, after: String(page * 200) }).reply(200, {
        total: 9_999,
        results: [record('5')],
        paging: { next: { after: String((page + 1) * 200) } },
      });
    http.post(tasks, isMarked).reply(201, record('1'));
    expect(valueOf(await makeTask(session, alone, { isRepeat: true }))).toBe('1');
  });
});
