import { request, startTinyPortal, type TinyPortal } from './start-tiny-portal.ts';

let portal: TinyPortal;
beforeEach(async () => {
  portal = await startTinyPortal();
});
afterEach(() => portal.stop());

const tasks = '/crm/objects/2026-09/tasks';
const toDeal = (id: string) => ({
  to: { id },
  types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 216 }],
});
const due = '2026-11-27T09:00:00Z';
const create = (properties: object = {}, associations: readonly object[] = [toDeal('7891023')]) =>
  portal.call('POST', tasks, {
    properties: { hs_timestamp: due, hs_task_subject: 'Call Acme', ...properties },
    associations,
  });
const read = async (id: string, names: string) =>
  (await portal.call('GET', `${tasks}/${id}?properties=${names}`)).body.properties;

test('a new task is an open to-do without priority, and shows what was written beside the usual three', async () => {
  const { status, body } = await create();
  expect(status).toBe(201);
  expect(Object.keys(body.properties)).toEqual([
    'hs_createdate',
    'hs_lastmodifieddate',
    'hs_object_id',
    'hs_task_subject',
    'hs_timestamp',
  ]);
  const names = 'hs_task_status,hs_task_priority,hs_task_type,hs_task_completion_date,hs_task_is_completed';
  expect(await read(body.id, names)).toMatchObject({
    hs_task_status: 'NOT_STARTED',
    hs_task_priority: 'NONE',
    hs_task_type: 'TODO',
    hs_task_completion_date: null,
    hs_task_is_completed: '0',
  });
});

test('without a due date there is no task, alone or in a batch', async () => {
  const { status, body } = await portal.call('POST', tasks, { properties: { hs_task_subject: 'x' } });
  expect(status).toBe(400);
  expect(body).toMatchObject({
    category: 'VALIDATION_ERROR',
    message: 'Error creating TASK. Some required properties were not set.',
    context: { properties: ['hs_timestamp'] },
  });
  const inputs = [
    { objectWriteTraceId: 'a', properties: { hs_timestamp: due } },
    { objectWriteTraceId: 'b', properties: {} },
  ];
  const batch = await portal.call('POST', `${tasks}/batch/create`, { inputs });
  expect(batch.status).toBe(207);
  expect(batch.body.results).toHaveLength(1);
  expect(batch.body.errors[0]?.context).toEqual({ objectWriteTraceId: ['b'] });
});

test.each([
  [{ hs_task_status: 'DONE' }, 'INVALID_OPTION'],
  [{ hs_task_priority: 'URGENT' }, 'INVALID_OPTION'],
  [{ hs_task_completion_date: due }, 'READ_ONLY_VALUE'],
  [{ hs_task_is_overdue: 'true' }, 'READ_ONLY_VALUE'],
  [{ hubspot_owner_id: '1' }, 'INVALID_OWNER_ID'],
  [{ hs_task_title: 'x' }, 'PROPERTY_DOESNT_EXIST'],
])('refuses %j', async (properties, code) => {
  const { status, body } = await create(properties);
  expect(status).toBe(400);
  expect(body.errors[0]?.code).toBe(code);
});

test('completing stamps the time once; reopening takes it away', async () => {
  const { body } = await create({ hs_task_body: '<p>Ask for the <b>plan</b></p>' });
  const write = (hs_task_status: string) =>
    portal.call('PATCH', `${tasks}/${body.id}`, { properties: { hs_task_status } });
  await write('COMPLETED');
  portal.businessTime.advance(3_600_000);
  await write('COMPLETED');
  expect(await read(body.id, 'hs_task_completion_date,hs_body_preview')).toMatchObject({
    hs_task_completion_date: '2026-11-24T10:00:00Z',
    hs_body_preview: 'Ask for the plan',
  });
  await write('WAITING');
  expect(await read(body.id, 'hs_task_completion_date')).toMatchObject({ hs_task_completion_date: null });
});

test('a task is overdue once its due date has passed, without any write, until it is done', async () => {
  const { body } = await create();
  expect(await read(body.id, 'hs_task_is_overdue')).toMatchObject({ hs_task_is_overdue: 'false' });
  portal.businessTime.advance(4 * 86_400_000);
  expect(await read(body.id, 'hs_task_is_overdue')).toMatchObject({ hs_task_is_overdue: 'true' });
  await portal.call('PATCH', `${tasks}/${body.id}`, { properties: { hs_task_status: 'COMPLETED' } });
  expect(await read(body.id, 'hs_task_is_overdue')).toMatchObject({ hs_task_is_overdue: 'false' });
});

describe('associations', () => {
  test('a task is found from its deal, and the deal from it', async () => {
    const { body } = await create();
    const fromDeal = await portal.call(
      'GET',
      '/crm/objects/2026-09/deals/7891023/associations/tasks?limit=500',
    );
    expect(fromDeal.body.results).toEqual([
      {
        toObjectId: body.id,
        associationTypes: [{ category: 'HUBSPOT_DEFINED', typeId: 215, label: null }],
      },
    ]);
    const fromTask = await portal.call('POST', '/crm/associations/2026-09/tasks/deals/batch/read', {
      inputs: [{ id: body.id }],
    });
    expect(fromTask.body.results[0]).toMatchObject({
      from: { id: body.id },
      to: [{ toObjectId: '7891023', associationTypes: [{ typeId: 216 }] }],
    });
  });

  test('an archived task is not found from its deal, a restored one is', async () => {
    const { body } = await create();
    const count = async () =>
      (await portal.call('GET', '/crm/objects/2026-09/deals/7891023/associations/tasks')).body.results.length;
    expect((await portal.call('DELETE', `${tasks}/${body.id}`)).status).toBe(204);
    expect((await portal.call('DELETE', `${tasks}/${body.id}`)).status).toBe(204);
    expect(await count()).toBe(0);
    portal.admin.restore({ type: 'tasks', id: body.id });
    expect(await count()).toBe(1);
  });

  test('a kind that leads to another type is refused, and so is a record that is not there', async () => {
    const wrong = await create({}, [{ to: { id: '7891023' }, types: [{ associationTypeId: 3 }] }]);
    expect(wrong.body.message).toBe(
      'invalid from object type 0-27 for associations to be created. expected: 0-3',
    );
    const nobody = await create({}, [toDeal('1')]);
    expect(nobody.body.context).toEqual({ INVALID_OBJECT_IDS: ['1'] });
    expect((await portal.call('GET', tasks)).body.results).toEqual([]);
  });

  test('a contact and a company take a task of the default kind, and no primary one', async () => {
    const contact = await portal.call('POST', '/crm/objects/2026-09/contacts', {
      properties: { email: 'a@example.com' },
    });
    const company = await portal.call('POST', '/crm/objects/2026-09/companies', {
      properties: { name: 'Acme' },
    });
    const { body } = await create({}, []);
    const put = (to: string, id: string) =>
      portal.call('PUT', `${tasks}/${body.id}/associations/default/${to}/${id}`);
    expect((await put('contacts', contact.body.id)).body.results).toMatchObject([
      { associationSpec: { associationTypeId: 204 } },
    ]);
    expect((await put('companies', company.body.id)).body.results).toMatchObject([
      { associationSpec: { associationTypeId: 192 } },
    ]);
  });

  test('merging deals takes the tasks along', async () => {
    const { body } = await create();
    portal.admin.merge({ primaryId: '7891026', mergedId: '7891023' });
    const { results } = (await portal.call('GET', '/crm/objects/2026-09/deals/7891026/associations/tasks'))
      .body;
    expect(results).toMatchObject([{ toObjectId: body.id }]);
  });
});

test('search finds tasks by what is written and by their deal', async () => {
  const { body } = await create();
  await create({ hs_task_subject: 'Other' }, []);
  const search = (filters: readonly object[]) =>
    portal.call('POST', `${tasks}/search`, { filterGroups: [{ filters }] });
  const bySubject = await search([
    { propertyName: 'hs_task_subject', operator: 'CONTAINS_TOKEN', value: 'Acme' },
  ]);
  const byDeal = await search([{ propertyName: 'associations.deal', operator: 'EQ', value: '7891023' }]);
  expect(bySubject.body.results.map(({ id }) => id)).toEqual([body.id]);
  expect(byDeal.body.results.map(({ id }) => id)).toEqual([body.id]);
});

test('without the scopes of contacts there are no tasks', async () => {
  portal.admin.withdrawScopes({ scopes: ['crm.objects.contacts.write'] });
  const { status, body } = await create();
  expect(status).toBe(403);
  expect(body.errors[0]?.context).toEqual({ requiredGranularScopes: ['crm.objects.contacts.write'] });
  expect((await portal.call('GET', tasks)).status).toBe(200);
});

test('faults strike tasks like any record, and the log tells of each change', async () => {
  const fault = { kind: 'dropped-connection', effect: 'after' } as const;
  portal.faults.add({ fault, when: { method: 'POST', path: '/tasks', times: 1 } });
  const before = portal.stateChanges.count;
  await expect(create()).rejects.toThrow('fetch failed');
  const kinds = portal.stateChanges.after(before).map(({ kind, objectType }) => `${objectType} ${kind}`);
  expect(kinds).toContain('0-27 record created');
  expect(kinds.filter((kind) => kind.endsWith('association added'))).toEqual([
    '0-27 association added',
    '0-3 association added',
  ]);
});

describe('the record page', () => {
  const api = (method: string, path: string, body?: unknown) =>
    request(`${portal.origin}/sandbox/api/${path}`, { method, body });
  const shown = async () => (await api('GET', 'deals/7891023/tasks')).body['tasks'];

  test('shows the tasks of its deal, lets people tick, edit and delete them', async () => {
    const { body } = await create({ hubspot_owner_id: '41629779', hs_task_body: 'Bring the plan' });
    const done = await create({ hs_task_subject: 'Done', hs_task_status: 'COMPLETED' });
    await create({ hs_task_subject: 'Elsewhere' }, [toDeal('7891024')]);
    expect(await shown()).toEqual([
      {
        id: body.id,
        subject: 'Call Acme',
        notes: 'Bring the plan',
        dueAt: due,
        ownerName: 'Ana Ruiz',
        isCompleted: false,
        isOverdue: false,
      },
      expect.objectContaining({ id: done.body.id, isCompleted: true }),
    ]);
    const by = { userId: 9586504 };
    const properties = { hs_task_status: 'COMPLETED', hs_timestamp: '2026-12-01T09:00:00Z' };
    expect((await api('PATCH', `tasks/${body.id}`, { ...by, properties })).status).toBe(204);
    expect(await read(body.id, 'hs_task_status,hs_timestamp,hs_updated_by_user_id')).toMatchObject({
      ...properties,
      hs_updated_by_user_id: '9586504',
    });
    expect((await api('DELETE', `tasks/${body.id}`, by)).status).toBe(204);
    expect((await api('DELETE', `tasks/${body.id}`, by)).status).toBe(404);
    expect((await portal.call('GET', `${tasks}/${body.id}`)).status).toBe(404);
    expect(await shown()).toMatchObject([{ id: done.body.id }]);
  });

  test('says what is wrong with an edit', async () => {
    const { body } = await create();
    const properties = { hs_task_status: 'DONE' };
    const { status, body: answer } = await api('PATCH', `tasks/${body.id}`, { userId: 9586504, properties });
    expect(status).toBe(400);
    expect(answer.message).toContain('DONE was not one of the allowed options');
  });

  test('hears of each change to its tasks', async () => {
    const { body } = await create();
    const response = await fetch(`${portal.origin}/sandbox/api/deals/7891023/events`);
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    await reader.read();
    await portal.call('PATCH', `${tasks}/${body.id}`, { properties: { hs_task_status: 'COMPLETED' } });
    expect((await reader.read()).value).toContain('event: tasks');
    await reader.cancel();
  });
});
