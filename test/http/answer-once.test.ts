import { randomBytes } from 'node:crypto';
import type { SealingKey } from '../../src/config.ts';
import { answerOnce } from '../../src/http/answer-once.ts';
import { answeredOf } from '../../src/access/index.ts';
import { createSealer } from '../../src/install/index.ts';
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
const [older, newer] = ['older', 'newer'].map((id) => ({ id, key: randomBytes(32) })) as [
  SealingKey,
  SealingKey,
];
let sealer = createSealer([older]);
const answer = (
  key: string,
  question: unknown = 'x',
  work: Parameters<typeof answerOnce>[2] = done,
  userId = '7',
) =>
  answerOnce(
    { store: answeredOf(store.db, 1), clock: { now: () => now }, sealer },
    { portalId: 1, userId, key, question },
    work,
  );
const digestOf = async (key: string, userId = '7'): Promise<string> => {
  const row = await store.db
    .selectFrom('answered_request')
    .select('digest')
    .where('key', '=', key)
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow();
  return row.digest;
};

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
    (await answeredOf(store.db, 1).claim({ userId: '7', key: 'key-0002', digests: ['other'] }, now)).kind !==
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

test('an attempt that hung and then broke leaves what the one after it answered', async () => {
  let fail = (): void => {};
  const hanging = answer(
    'key-0044',
    'x',
    () => new Promise((_resolve, reject) => (fail = () => reject(new Error('broken')))),
  );
  while (
    (await answeredOf(store.db, 1).claim({ userId: '7', key: 'key-0044', digests: ['other'] }, now)).kind !==
    'reused'
  );
  now = new Date(now.getTime() + 61_000);
  expect(await answer('key-0044', 'x', async () => ok('second'))).toEqual(ok('second'));
  fail();
  await expect(hanging).rejects.toThrow('broken');
  expect(await answer('key-0044', 'x', async () => ok('third'))).toEqual(ok('second'));
});

test('what a remembered request said cannot be tried out without the key, nor by asking the same oneself', async () => {
  const question = [
    '/cards/coaching/rubrics/self',
    { noteId: '1', levels: [{ skillId: 'discovery', level: 3 }] },
  ];
  await answer('key-0004', question);
  const kept = await digestOf('key-0004');
  await answer('key-0005', question);
  expect(await digestOf('key-0005')).not.toBe(kept);
  await answer('key-0004', question, done, '8');
  expect(await digestOf('key-0004', '8')).not.toBe(kept);
  await store.db.deleteFrom('answered_request').execute();
  sealer = createSealer([{ id: older.id, key: randomBytes(32) }]);
  await answer('key-0004', question);
  expect(await digestOf('key-0004')).not.toBe(kept);
  await store.db.deleteFrom('answered_request').execute();
  sealer = createSealer([older]);
  await answer('key-0004', question);
  expect(await digestOf('key-0004')).toBe(kept);
});

test('what was answered is kept sealed, for the same user, key and portal alone', async () => {
  sealer = createSealer([older]);
  const warned = async () => ok({ warnings: ['This speaks of health (hospital).'] });
  const first = await answer('key-0010', 'x', warned);
  expect(await answer('key-0010', 'x', warned)).toEqual(first);
  const row = (key: string) =>
    store.db.selectFrom('answered_request').select('answer').where('key', '=', key).executeTakeFirstOrThrow();
  const { answer: kept } = await row('key-0010');
  expect(kept).toMatch(/^older\.[\w-]+$/);
  expect(() => sealer.open(kept!, 'portal:1:request key-0011 of 7')).toThrow();
});

test('a request that comes again after the keys were changed is answered as before, and refused once its key is gone', async () => {
  sealer = createSealer([older]);
  const first = await answer('key-0006');
  sealer = createSealer([newer, older]);
  expect(await answer('key-0006')).toEqual(first);
  expect(await answer('key-0006', 'y')).toMatchObject({ failure: { field: 'key' } });
  await answer('key-0007');
  const before = worked;
  sealer = createSealer([newer]);
  expect(await answer('key-0006')).toMatchObject({ failure: { code: 'bad_request', field: 'key' } });
  expect(worked).toBe(before);
  expect((await answer('key-0007')).ok).toBe(true);
  expect(worked).toBe(before);
});

test('whoever was killed over a request before the keys were changed leaves it to be worked on after', async () => {
  sealer = createSealer([older]);
  void answer('key-0009', 'x', () => new Promise(() => {}));
  while (
    (await store.db.selectFrom('answered_request').where('key', '=', 'key-0009').select('key').execute())
      .length === 0
  );
  now = new Date(now.getTime() + 61_000);
  sealer = createSealer([newer, older]);
  expect((await answer('key-0009')).ok).toBe(true);
});
