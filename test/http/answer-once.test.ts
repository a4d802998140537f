import { answerOnce } from '../../src/http/answer-once.ts';
import { answeredOf } from '../../src/access/index.ts';
import { forPortal as installOf } from '../../src/install/store.ts';
import { err, ok } from '../../src/kernel/result.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { openTestStore } from '../support/open-test-store.ts';

let store: OpenDatabase;
let now = new Date('2026-11-24T10:00:00Z');

beforeAll(async () => {
  store = await openTestStore();
  await installOf(store.db, 1).connect(
    { name: 'P', timeZone: 'UTC', companyCurrency: 'EUR', installedBy: '1', scopes: [] },
    { access: 'a', refresh: 'r', expiresAt: now },
    now,
  );
});
afterAll(async () => {
  await store.close();
});

let worked = 0;
const done = async () => ok({ worked: (worked += 1) });
const answer = (key: string, question: unknown = 'x', work: Parameters<typeof answerOnce>[2] = done) =>
  answerOnce(
    { store: answeredOf(store.db, 1), clock: { now: () => now } },
    { userId: '7', key, question },
    work,
  );

test('the same key is worked on once and answered the same', async () => {
  const first = await answer('key-0001');
  expect(await answer('key-0001')).toEqual(first);
  expect(worked).toBe(1);
});

test('the same key with another question is a mistake of the caller', async () => {
  expect(await answer('key-0001', 'y')).toMatchObject({
    ok: false,
    failure: { code: 'bad_request', field: 'key' },
  });
});

test('while the first is worked on a second one waits, until the first must be dead', async () => {
  let finish = (): void => {};
  const running = answer(
    'key-0002',
    'x',
    () => new Promise((resolve) => (finish = () => resolve(ok('first')))),
  );
  while (
    (await answeredOf(store.db, 1).claim({ userId: '7', key: 'key-0002', digest: 'other' }, now)).kind !==
    'reused'
  );
  expect(await answer('key-0002')).toMatchObject({ ok: false, failure: { code: 'unavailable' } });
  finish();
  expect(await running).toEqual(ok('first'));
  now = new Date(now.getTime() + 61_000);
  expect(await answer('key-0002')).toEqual(ok('first'));
});

test('what was refused or broke may come again under the same key', async () => {
  const refusal = err({ code: 'not_found', message: 'No.' } as const);
  expect(await answer('key-0003', 'x', async () => refusal)).toEqual(refusal);
  await expect(answer('key-0003', 'x', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect((await answer('key-0003')).ok).toBe(true);
});
