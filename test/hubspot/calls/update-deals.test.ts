import { updateDeals } from '../../../src/hubspot/index.ts';
import { openTestPortal, watchWire } from '../open-test-portal.ts';

watchWire();

const path = '/crm/objects/2026-09/deals/batch/update';
const at = '2026-11-20T10:00:00Z';
const update = (id: string) => ({ id, properties: { sideline_gap: '10' } });
const answer = (id: string) => ({ id, properties: { sideline_gap: '10' }, createdAt: at, updatedAt: at });
const complete = (ids: readonly string[], errors?: readonly unknown[]) => ({
  status: 'COMPLETE',
  results: ids.map(answer),
  ...(errors !== undefined && { numErrors: errors.length, errors }),
});
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

/** A portal that refuses every batch with one of the bad rows in it; `batches` are the sizes that were sent. */
function openStrictPortal(bad: readonly string[]) {
  const portal = openTestPortal();
  const batches: number[] = [];
  const scope = portal.http.persist();
  scope.post(path).reply(async (request: Request) => {
    const sent = ((await request.json()) as { inputs: { id: string }[] }).inputs.map(({ id }) => id);
    batches.push(sent.length);
    const culprit = sent.find((id) => bad.includes(id));
    if (culprit === undefined) return [200, complete(sent)];
    const errors = [{ code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY', message: `row ${culprit}` }];
    return [400, { status: 'error', category: 'VALIDATION_ERROR', message: `row ${culprit}`, errors }];
  });
  return { ...portal, batches };
}

it('sends at most 100 rows in a call', async () => {
  const { session, batches } = openStrictPortal([]);
  const outcome = await updateDeals(session, ids(250).map(update));
  expect(outcome).toEqual({ updated: ids(250), failed: [] });
  expect(batches).toEqual([100, 100, 50]);
});

it('sends nothing for nothing', async () => {
  expect(await updateDeals(openTestPortal().session, [])).toEqual({ updated: [], failed: [] });
});

it('reads which rows of a 207 failed, in HubSpot’s own words', async () => {
  const { session, http } = openTestPortal();
  const errors = [
    {
      status: 'error',
      category: 'OBJECT_NOT_FOUND',
      message: 'Could not get some DEAL objects, they may be deleted or not exist.',
      context: { ids: ['3'] },
    },
    {
      status: 'error',
      category: 'VALIDATION_ERROR',
      message: 'Property values were not valid',
      context: { id: 1 },
      errors: [
        { message: 'Not a number', code: 'INVALID_DOUBLE', context: { propertyName: ['sideline_gap'] } },
      ],
    },
  ];
  http.post(path).reply(207, complete(['2'], errors));
  expect(await updateDeals(session, ['1', '2', '3'].map(update))).toEqual({
    updated: ['2'],
    failed: [
      {
        id: '1',
        failure: {
          code: 'rejected',
          status: 207,
          message: 'Not a number',
          category: 'VALIDATION_ERROR',
          reason: 'INVALID_DOUBLE',
          propertyNames: ['sideline_gap'],
        },
      },
      { id: '3', failure: expect.objectContaining({ code: 'not_found' }) },
    ],
  });
});

it('counts a deal that answers under the id it was merged into as updated', async () => {
  const { session, http } = openTestPortal();
  http.post(path).reply(200, complete(['1', '99']));
  expect(await updateDeals(session, ['1', '2'].map(update))).toEqual({ updated: ['1', '2'], failed: [] });
});

it('fails a row of which the reply says nothing', async () => {
  const { session, http } = openTestPortal();
  http.post(path).reply(200, complete(['1']));
  expect(await updateDeals(session, ['1', '2'].map(update))).toEqual({
    updated: ['1'],
    failed: [{ id: '2', failure: expect.objectContaining({ code: 'unexpected_reply' }) }],
  });
});

it('gives an error that names no row to the rows that nothing else was said about', async () => {
  const { session, http } = openTestPortal();
  const errors = [
    { category: 'OBJECT_NOT_FOUND', message: 'gone', context: { ids: ['3'] } },
    { category: 'VALIDATION_ERROR', message: 'something' },
  ];
  http.post(path).reply(207, complete(['1'], errors));
  const { updated, failed } = await updateDeals(session, ['1', '2', '3'].map(update));
  expect(updated).toEqual(['1']);
  expect(failed.map(({ id, failure }) => [id, failure.message])).toEqual([
    ['2', 'something'],
    ['3', 'gone'],
  ]);
});

it('finds the rows for which HubSpot refuses a whole batch, and updates all others', async () => {
  const { session, batches } = openStrictPortal(['37', '64']);
  const { updated, failed } = await updateDeals(session, ids(100).map(update));
  expect(failed.map(({ id, failure }) => [id, failure.message, failure.reason])).toEqual([
    ['37', 'row 37', 'MISSING_CONDITIONAL_REQUIRED_PROPERTY'],
    ['64', 'row 64', 'MISSING_CONDITIONAL_REQUIRED_PROPERTY'],
  ]);
  expect([...updated].sort()).toEqual(
    ids(100)
      .filter((id) => id !== '37' && id !== '64')
      .sort(),
  );
  // Two searches by halving among 100: at most 2 × 7 refusals, and as many halves that pass.
  expect(batches.length).toBeLessThanOrEqual(29);
});

it('stops at a failure that is about no row, and leaves the rest unsent', async () => {
  const { session, http } = openTestPortal();
  http.post(path).reply(200, complete(ids(100)));
  http.post(path).reply(403, { status: 'error', category: 'MISSING_SCOPES', message: 'no scope' });
  const { updated, failed } = await updateDeals(session, ids(300).map(update));
  expect(updated).toEqual(ids(100));
  expect(failed.map(({ id }) => id)).toEqual(ids(300).slice(100));
  expect(new Set(failed.map(({ failure }) => failure.code))).toEqual(new Set(['missing_scopes']));
});

it('sends a batch again after a connection that broke', async () => {
  const { session, http, sleeps } = openTestPortal();
  http.post(path).replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }));
  http.post(path).reply(200, complete(['1']));
  expect(await updateDeals(session, [update('1')])).toEqual({ updated: ['1'], failed: [] });
  expect(sleeps).toHaveLength(1);
});
