import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { pino } from 'pino';
import { catalogue } from '../../src/jobs/catalogue.ts';
import { createQueue, type JobHandlers, type Queue } from '../../src/jobs/index.ts';
import type { OpenDatabase } from '../../src/store/index.ts';
import { openTestStore } from '../support/open-test-store.ts';

let store: OpenDatabase;
let queue: Queue;
const begun: string[] = [];
const ended: string[] = [];
const told: string[] = [];
/** What work on a portal waits for, and how often it fails first. */
const gates = new Map<number, Promise<void>>();
const failures = new Map<number, number>();

const handle = (name: string) => async (payload: object) => {
  const { portalId } = payload as { portalId: number };
  begun.push(`${name} ${portalId}`);
  await gates.get(portalId);
  const left = failures.get(portalId) ?? 0;
  failures.set(portalId, left - 1);
  if (left > 0) throw new Error('HubSpot is down');
  ended.push(`${name} ${portalId}`);
};
const handlers = Object.fromEntries(
  Object.keys(catalogue).map((name) => [name, handle(name.replace(/-portals?$/, ''))]),
) as unknown as JobHandlers;

beforeAll(async () => {
  store = await openTestStore();
  queue = createQueue(
    store,
    pino({ level: 'silent' }),
    ({ name, outcome }) => void told.push(`${name} ${outcome}`),
  );
  await queue.start(handlers);
});
afterAll(async () => {
  await store.close();
});

const until = async (done: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await done())) await sleep(20);
};
const countOf = (list: readonly string[], entry: string) => list.filter((each) => each === entry).length;

/** A gate that keeps a portal's work running until it is opened. */
function close(portalId: number): () => void {
  let open = (): void => {};
  gates.set(portalId, new Promise((resolve) => (open = resolve)));
  return open;
}

const jobsLeft = async (): Promise<number> => {
  const { rows } = await sql<{ left: number }>`
    select count(*) as left from pgboss.job where state < 'completed'`.execute(store.db);
  return rows[0]?.left ?? 0;
};

test('a burst while a pass runs is one further pass, and what was asked meanwhile is not lost', async () => {
  const open = close(1);
  await queue.send('work-portal', { portalId: 1 });
  await until(() => begun.includes('work 1'));
  for (let sent = 0; sent < 20; sent += 1) await queue.send('work-portal', { portalId: 1 });
  // Another portal does not wait for it, and neither does another kind of job.
  await queue.send('work-portal', { portalId: 2 });
  await queue.send('pull-portal', { portalId: 1 });
  await until(() => ended.includes('work 2') && begun.includes('pull 1'));
  expect(countOf(begun, 'work 1')).toBe(1);
  open();
  await until(async () => (await jobsLeft()) === 0);
  expect(countOf(ended, 'work 1')).toBe(2);
});

test('how much waits and runs can be asked', async () => {
  expect((await queue.measure()).map(({ name }) => name)).toEqual(Object.keys(catalogue));
  const open = close(6);
  await queue.send('work-portal', { portalId: 6 });
  await until(() => begun.includes('work 6'));
  await queue.send('work-portal', { portalId: 6 });
  const depth = async () => (await queue.measure()).find(({ name }) => name === 'work-portal');
  await until(async () => {
    const { waiting, running } = (await depth()) ?? {};
    return waiting === 1 && running === 1;
  });
  open();
  await until(async () => (await jobsLeft()) === 0);
});

test('a process that does not work can ask for work', async () => {
  const asking = createQueue(store, pino({ level: 'silent' }));
  await asking.send('work-portal', { portalId: 7 });
  await until(() => ended.includes('work 7'));
  await asking.stop();
});

test('work that fails is tried again', async () => {
  failures.set(3, 1);
  await queue.send('work-portal', { portalId: 3 });
  await until(() => ended.includes('work 3'));
  expect(countOf(begun, 'work 3')).toBe(2);
  await until(() => told.includes('work-portal failed') && told.at(-1) === 'work-portal done');
});

test('work of a process that was killed starts again', async () => {
  const open = close(4);
  await queue.send('work-portal', { portalId: 4 });
  await until(() => begun.includes('work 4'));
  // As the store looks when nobody has reported for the job for a while.
  await sql`update pgboss.job set heartbeat_on = now() - interval '1 hour'
    where singleton_key = 'portal-4' and state = 'active'`.execute(store.db);
  await until(() => countOf(begun, 'work 4') > 1);
  open();
  await until(async () => (await jobsLeft()) === 0);
});

test('work that must wait is not begun earlier, however often it is asked for', async () => {
  await queue.send('work-portal', { portalId: 8 }, new Date(Date.now() + 3_600_000));
  await queue.send('work-portal', { portalId: 8 });
  await queue.send('work-portal', { portalId: 9 });
  await until(() => ended.includes('work 9'));
  expect(begun).not.toContain('work 8');
  await sql`update pgboss.job set start_after = now() where state = 'created'`.execute(store.db);
  await until(async () => (await jobsLeft()) === 0);
  expect(countOf(begun, 'work 8')).toBe(1);
});

test('a stop lets the running pass finish, and what waits is there after the next start', async () => {
  const open = close(5);
  await queue.send('work-portal', { portalId: 5 });
  await until(() => begun.includes('work 5'));
  await queue.send('work-portal', { portalId: 5 });
  let isStopped = false;
  const stopped = queue.stop().then(() => (isStopped = true));
  await sleep(100);
  expect(isStopped).toBe(false);
  open();
  await stopped;
  expect(countOf(ended, 'work 5')).toBe(1);

  queue = createQueue(store, pino({ level: 'silent' }));
  await queue.start(handlers);
  await until(() => countOf(ended, 'work 5') === 2);
  await queue.stop();
});
