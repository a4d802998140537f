import { archiveTasks, createTask, listTasksOf, readTasks, updateTasks } from '../../../src/hubspot/index.ts';
import { failureOf, openTestPortal, valueOf, watchWire } from '../open-test-portal.ts';

watchWire();

const tasks = '/crm/objects/2026-09/tasks';
const ofDeal = '/crm/objects/2026-09/deals/9/associations/tasks';
const at = '2026-11-20T10:00:00Z';
const record = (id: string, properties: Record<string, string | null> = {}) => ({
  id,
  properties: { hs_createdate: at, hs_lastmodifieddate: at, hs_object_id: id, ...properties },
  createdAt: at,
  updatedAt: at,
  archived: false,
});
const complete = (ids: readonly string[], errors: readonly unknown[] = []) => ({
  status: 'COMPLETE',
  results: ids.map((id) => record(id)),
  ...(errors.length > 0 && { numErrors: errors.length, errors }),
});
const ids = (count: number, first = 1) => Array.from({ length: count }, (_, index) => String(first + index));
const asked = (id: string) => ({ id });
const properties = [
  'hs_task_subject',
  'hs_task_body',
  'hs_task_status',
  'hs_timestamp',
  'hs_task_completion_date',
  'hubspot_owner_id',
];

describe('making a task', () => {
  const dueAt = new Date('2026-11-27T16:00:00Z');
  const call = {
    subject: 'Ask for the plan',
    body: '<p>Before Friday</p>',
    dueAt,
    ownerId: '201',
    records: [
      { type: 'deals', id: '9' },
      { type: 'contacts', id: '8' },
      { type: 'companies', id: '7' },
    ],
  } as const;

  it('names its values and the records that it belongs to in one call', async () => {
    const { session, http } = openTestPortal();
    const kind = (associationTypeId: number) => [
      { associationCategory: 'HUBSPOT_DEFINED', associationTypeId },
    ];
    http
      .post(tasks, {
        properties: {
          hs_task_subject: 'Ask for the plan',
          hs_task_body: '<p>Before Friday</p>',
          hs_timestamp: '2026-11-27T16:00:00.000Z',
          hubspot_owner_id: '201',
          hs_task_status: 'NOT_STARTED',
          hs_task_type: 'TODO',
        },
        associations: [
          { to: { id: '9' }, types: kind(216) },
          { to: { id: '8' }, types: kind(204) },
          { to: { id: '7' }, types: kind(192) },
        ],
      })
      .reply(201, record('1'));
    expect(valueOf(await createTask(session, call))).toBe('1');
  });

  it.each([408, 500, 502, 504])('is not asked for again after a %d: it may be there', async (status) => {
    const { session, http, sleeps } = openTestPortal();
    http.post(tasks).reply(status, '<html>');
    expect(failureOf(await createTask(session, call))).toMatchObject({ code: 'unknown_effect', status });
    expect(sleeps).toEqual([]);
  });

  it('is not asked for again when the connection breaks or the answer makes no sense', async () => {
    const broken = openTestPortal();
    broken.http.post(tasks).replyWithError(Object.assign(new Error('gone'), { code: 'ECONNRESET' }));
    expect(failureOf(await createTask(broken.session, call)).code).toBe('unknown_effect');
    const odd = openTestPortal();
    odd.http.post(tasks).reply(201, {});
    expect(failureOf(await createTask(odd.session, call)).code).toBe('unknown_effect');
  });

  it('waits where HubSpot has surely done nothing, and then makes it', async () => {
    const { session, http, sleeps } = openTestPortal();
    http.post(tasks).reply(429, { policyName: 'TEN_SECONDLY_ROLLING' });
    http.post(tasks).reply(423, {});
    http.post(tasks).reply(201, record('1'));
    expect(valueOf(await createTask(session, call))).toBe('1');
    expect(sleeps).toHaveLength(2);
  });

  it('says what HubSpot refuses, and which scope is missing', async () => {
    const gone = openTestPortal();
    gone.http.post(tasks).reply(400, {
      message: 'One or more associations are invalid',
      category: 'VALIDATION_ERROR',
    });
    expect(failureOf(await createTask(gone.session, call))).toMatchObject({
      code: 'rejected',
      message: 'One or more associations are invalid',
    });
    const forbidden = openTestPortal();
    forbidden.http.post(tasks).reply(403, {
      category: 'MISSING_SCOPES',
      message: 'no',
      errors: [{ context: { requiredGranularScopes: ['crm.objects.contacts.write'] } }],
    });
    expect(failureOf(await createTask(forbidden.session, call))).toMatchObject({
      code: 'missing_scopes',
      requiredScopes: ['crm.objects.contacts.write'],
    });
  });
});

describe('the tasks of a record', () => {
  it('are looked up over all pages and read a hundred at a time', async () => {
    const { session, http } = openTestPortal();
    const tie = (id: string) => ({ toObjectId: id, associationTypes: [{ typeId: 215, label: null }] });
    http
      .get(ofDeal)
      .query({ limit: '500' })
      .reply(200, { results: ids(100).map(tie), paging: { next: { after: '100' } } });
    // HubSpot's ids of associations come as numbers in some answers.
    http
      .get(ofDeal)
      .query({ limit: '500', after: '100' })
      .reply(200, { results: [{ ...tie('101'), toObjectId: 101 }] });
    http
      .post(`${tasks}/batch/read`, { properties, inputs: ids(100).map(asked) })
      .reply(200, complete(ids(100)));
    http.post(`${tasks}/batch/read`, { properties, inputs: [asked('101')] }).reply(200, complete(['101']));
    const found = valueOf(await listTasksOf(session, { type: 'deals', id: '9' }));
    expect(found.map(({ id }) => id)).toEqual(ids(101));
  });

  it('are none without a further call where nothing is associated', async () => {
    const { session, http } = openTestPortal();
    http.get(ofDeal).query(true).reply(200, { results: [] });
    expect(valueOf(await listTasksOf(session, { type: 'deals', id: '9' }))).toEqual([]);
  });

  it('leave out one that was deleted between the two calls', async () => {
    const { session, http } = openTestPortal();
    http
      .get(ofDeal)
      .query(true)
      .reply(200, { results: ['1', '2'].map((id) => ({ toObjectId: id })) });
    const errors = [{ category: 'OBJECT_NOT_FOUND', message: 'gone', context: { ids: ['1'] } }];
    http.post(`${tasks}/batch/read`).reply(207, complete(['2'], errors));
    expect(valueOf(await listTasksOf(session, { type: 'deals', id: '9' })).map(({ id }) => id)).toEqual([
      '2',
    ]);
  });

  it('are not taken for none where the record is gone or a page fails', async () => {
    const gone = openTestPortal();
    gone.http.get(ofDeal).query(true).reply(404, { message: 'resource not found' });
    expect(failureOf(await listTasksOf(gone.session, { type: 'deals', id: '9' })).code).toBe('not_found');
    const half = openTestPortal();
    half.http
      .get(ofDeal)
      .query(true)
      .reply(200, { results: [{ toObjectId: '1' }], paging: { next: { after: '1' } } });
    half.http.get(ofDeal).query({ limit: '500', after: '1' }).reply(403, {});
    expect(failureOf(await listTasksOf(half.session, { type: 'deals', id: '9' })).code).toBe('forbidden');
  });
});

it('reads tasks in our words, and says which are gone', async () => {
  const { session, http } = openTestPortal();
  const full = {
    hs_task_subject: 'Ask',
    hs_task_body: '<p>x</p>',
    hs_task_status: 'COMPLETED',
    hs_timestamp: '2026-11-27T16:00:00Z',
    hs_task_completion_date: at,
    hubspot_owner_id: '201',
  };
  http.post(`${tasks}/batch/read`, { properties, inputs: ['1', '2', '3'].map(asked) }).reply(207, {
    results: [record('2', { hs_task_subject: null, hs_task_status: null }), record('1', full)],
    errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['3'] } }],
  });
  const { records, missing } = valueOf(await readTasks(session, ['1', '2', '3', '1']));
  expect(missing).toEqual(['3']);
  expect(records).toEqual([
    expect.objectContaining({ id: '2', subject: '', body: '', status: 'NOT_STARTED', dueAt: null }),
    {
      id: '1',
      subject: 'Ask',
      body: '<p>x</p>',
      status: 'COMPLETED',
      dueAt: '2026-11-27T16:00:00Z',
      completedAt: at,
      ownerId: '201',
      createdAt: at,
      updatedAt: at,
    },
  ]);
});

it('a row that HubSpot could not read is no deleted task', async () => {
  const { session, http } = openTestPortal();
  const errors = [{ category: 'INTERNAL_ERROR', message: 'try later', context: { ids: ['1'] } }];
  http.post(`${tasks}/batch/read`).reply(207, complete([], errors));
  expect(failureOf(await readTasks(session, ['1'])).message).toBe('try later');
});

it('changes only what is named; no owner is an empty text', async () => {
  const { session, http } = openTestPortal();
  http
    .post(`${tasks}/batch/update`, {
      inputs: [
        { id: '1', properties: { hs_task_status: 'COMPLETED' } },
        { id: '2', properties: { hs_timestamp: '2026-12-01T00:00:00.000Z', hubspot_owner_id: '' } },
      ],
    })
    .reply(200, complete(['1', '2']));
  const outcome = await updateTasks(session, [
    { id: '1', values: { status: 'COMPLETED' } },
    { id: '2', values: { dueAt: new Date('2026-12-01T00:00:00Z'), ownerId: null } },
  ]);
  expect(outcome).toEqual({ updated: ['1', '2'], failed: [] });
});

it('a task that was deleted does not keep the others from being changed', async () => {
  const { session, http } = openTestPortal();
  const errors = [{ category: 'OBJECT_NOT_FOUND', message: 'gone', context: { ids: ['1'] } }];
  http.post(`${tasks}/batch/update`).reply(207, complete(['2'], errors));
  const values = { status: 'COMPLETED' } as const;
  const outcome = await updateTasks(session, [
    { id: '1', values },
    { id: '2', values },
  ]);
  expect(outcome).toMatchObject({ updated: ['2'], failed: [{ id: '1', failure: { code: 'not_found' } }] });
});

describe('archiving', () => {
  it('takes a hundred a call, each once, and is repeated when HubSpot is down', async () => {
    const { session, http, sleeps } = openTestPortal();
    http.post(`${tasks}/batch/archive`, { inputs: ids(100).map(asked) }).reply(503, '');
    http.post(`${tasks}/batch/archive`, { inputs: ids(100).map(asked) }).reply(204);
    http.post(`${tasks}/batch/archive`, { inputs: [asked('101')] }).reply(204);
    expect((await archiveTasks(session, [...ids(101), '1'])).ok).toBe(true);
    expect(sleeps).toHaveLength(1);
  });

  it('stops at what HubSpot refuses', async () => {
    const { session, http } = openTestPortal();
    http.post(`${tasks}/batch/archive`).reply(403, {});
    expect(failureOf(await archiveTasks(session, ids(150))).code).toBe('forbidden');
  });
});
