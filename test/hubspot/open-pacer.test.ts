import fc from 'fast-check';
import { openMemoryLedger, openPacer } from '../../src/hubspot/index.ts';
import type { Ledger } from '../../src/hubspot/index.ts';
import { openReplicas, type World } from './replicas.ts';
import { densest, openSimulatedTime } from './simulated-time.ts';

/** A pacer on a clock that only sleeping moves on. */
function openPacedPortal() {
  const time = openSimulatedTime();
  const clock = { now: () => new Date(time.now()) };
  const pacer = openPacer({ clock, sleep: time.sleep, ledger: openMemoryLedger(clock) });
  return { pacer, ...time };
}

async function sendTimes(delays: readonly number[], bucket: 'general' | 'search') {
  const { pacer, runUntil, now } = openPacedPortal();
  const sent: number[] = [];
  const order: number[] = [];
  for (const [index, delay] of delays.entries()) {
    await runUntil(now() + delay);
    void pacer.acquire(62515, bucket).then(() => {
      sent.push(now());
      order.push(index);
    });
  }
  await runUntil(Number.MAX_SAFE_INTEGER);
  return { sent, order };
}

const delays = (most: number) =>
  fc.array(fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.nat({ max: 900 })), {
    minLength: 1,
    maxLength: most,
    size: 'max',
  });

it('sends at most 105 calls in any 10 seconds, in the order of asking, and all of them', async () => {
  await fc.assert(
    fc.asyncProperty(delays(400), async (pauses) => {
      const { sent, order } = await sendTimes(pauses, 'general');
      expect(sent).toHaveLength(pauses.length);
      expect(order).toEqual(pauses.map((_, index) => index));
      expect(densest(sent, 10_000)).toBeLessThanOrEqual(105);
    }),
    { numRuns: 15 },
  );
});

it('sends at most 5 searches in any second', async () => {
  await fc.assert(
    fc.asyncProperty(delays(60), async (pauses) => {
      const { sent } = await sendTimes(pauses, 'search');
      expect(sent).toHaveLength(pauses.length);
      expect(densest(sent, 1_000)).toBeLessThanOrEqual(5);
      expect(densest(sent, 10_000)).toBeLessThanOrEqual(45);
    }),
    { numRuns: 25 },
  );
});

it('lets a quiet portal send 50 calls at once, spreads the next, and refills when the window has passed', async () => {
  const { sent } = await sendTimes(
    Array.from({ length: 107 }, () => 0),
    'general',
  );
  const start = sent[0] as number;
  expect(sent.slice(0, 50).every((at) => at === start)).toBe(true);
  expect(sent[50]).toBe(start + 92);
  expect(sent[104]).toBe(start + 55 * 92);
  expect(sent.slice(105)).toEqual([start + 10_100, start + 10_192]);
});

/** Randomness that a property can replay. */
const randoms = fc
  .infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))
  .map((stream) => () => stream.next().value as number);

describe('several replicas on one ledger', () => {
  const asks = fc.array(
    fc.record({
      replica: fc.nat({ max: 3 }),
      pauseMs: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.nat({ max: 600 })),
    }),
    { minLength: 50, maxLength: 450, size: 'max' },
  );

  async function run(
    world: World,
    steps: readonly { replica: number; pauseMs: number }[],
    bucket: 'general' | 'search',
  ) {
    const { time, calls, ask } = openReplicas(world);
    for (const { replica, pauseMs } of steps) {
      await time.runUntil(time.now() + pauseMs);
      ask(replica, bucket);
    }
    await time.runUntil(Number.MAX_SAFE_INTEGER);
    expect(calls).toHaveLength(steps.length);
    return calls.map(({ arrivedAt }) => arrivedAt);
  }

  it.each([
    ['100 ms', { wayMs: 50, lateMs: 20, skewMs: 30 }, 105],
    ['550 ms', { wayMs: 300, lateMs: 200, skewMs: 50 }, 110],
  ])(
    'where the way to HubSpot differs by %s, no 10 seconds see more than they may',
    async (_name, way, most) => {
      await fc.assert(
        fc.asyncProperty(randoms, asks, async (random, steps) => {
          const arrived = await run({ ...way, replicas: 4, ledgerMs: 8, random }, steps, 'general');
          expect(densest(arrived, 10_000)).toBeLessThanOrEqual(most);
        }),
        { numRuns: 12 },
      );
    },
  );

  it('no second sees more than 5 searches, and no 10 seconds more than 45', async () => {
    const way = { wayMs: 70, lateMs: 20, skewMs: 30 };
    await fc.assert(
      fc.asyncProperty(randoms, asks, async (random, steps) => {
        const arrived = await run(
          { ...way, replicas: 4, ledgerMs: 8, random },
          steps.slice(0, 100),
          'search',
        );
        expect(densest(arrived, 1_000)).toBeLessThanOrEqual(5);
        expect(densest(arrived, 10_000)).toBeLessThanOrEqual(45);
      }),
      { numRuns: 12 },
    );
  });

  it.each([
    ['general', 10.5, 1_200],
    ['search', 4.5, 500],
  ] as const)(
    'a saturated %s bucket is used to 0.98 of the limit of %d a second',
    async (bucket, rate, count) => {
      await fc.assert(
        fc.asyncProperty(randoms, fc.integer({ min: 1, max: 5 }), async (random, replicas) => {
          const way = { wayMs: 100, lateMs: 20, skewMs: 40, ledgerMs: 8 };
          const { time, calls, ask } = openReplicas({ ...way, replicas, random });
          for (let index = 0; index < count; index += 1) ask(index % replicas, bucket);
          const start = time.now();
          await time.runUntil(start + 80_000);
          const inOneMinute = calls.filter(
            ({ sentAt }) => sentAt >= start + 20_000 && sentAt < start + 80_000,
          );
          expect(inOneMinute.length / 60 / rate).toBeGreaterThanOrEqual(0.98);
          expect(new Set(inOneMinute.map(({ replica }) => replica)).size).toBe(replicas);
        }),
        { numRuns: 5 },
      );
    },
  );

  it('a prompt call overtakes a backfill, also one of another replica, and starves it nowhere', async () => {
    const random = () => 0.5;
    const { time, calls, ask } = openReplicas({
      replicas: 2,
      wayMs: 50,
      lateMs: 5,
      ledgerMs: 4,
      skewMs: 20,
      random,
    });
    for (let index = 0; index < 2_000; index += 1) ask(0, 'general', 'background');
    const start = time.now();
    await time.runUntil(start + 20_000);
    for (let second = 0; second < 60; second += 1) {
      ask(second % 2, 'general', 'prompt');
      await time.runUntil(time.now() + 1_000);
    }
    await time.runUntil(time.now() + 3_000);
    const prompt = calls.filter(({ lane }) => lane === 'prompt');
    expect(prompt).toHaveLength(60);
    // As long as the tickets that the backfill has at hand, at the end of a full window.
    expect(Math.max(...prompt.map(({ askedAt, sentAt }) => sentAt - askedAt))).toBeLessThan(2_500);
    expect(calls.length / 83).toBeGreaterThan(10);
  });

  it('with nothing but prompt calls asked, one in four is still a background call', async () => {
    const { pacer, runUntil, now } = openPacedPortal();
    const gone: string[] = [];
    for (let index = 0; index < 40; index += 1) {
      void pacer.acquire(62515, 'general', 'background').then(() => gone.push('background'));
      void pacer.acquire(62515, 'general', 'prompt').then(() => gone.push('prompt'));
    }
    await runUntil(now());
    expect(gone.slice(0, 8).filter((lane) => lane === 'background')).toHaveLength(2);
    expect(gone.slice(0, 40).filter((lane) => lane === 'background')).toHaveLength(10);
  });
});

describe('what HubSpot says', () => {
  it('holds back calls that are waiting already', async () => {
    const { pacer, runUntil, now } = openPacedPortal();
    const start = now();
    pacer.observe(62515, 'general', { refusedForMs: 1_000 });
    let sentAt: number | undefined;
    void pacer.acquire(62515, 'general').then(() => (sentAt = now()));
    await runUntil(start + 500);
    pacer.observe(62515, 'general', { refusedForMs: 10_000 });
    await runUntil(start + 60_000);
    expect(sentAt).toBe(start + 10_500);
  });

  it('holds back every replica', async () => {
    const random = () => 0.5;
    const { time, calls, ask, pacers } = openReplicas({
      replicas: 3,
      wayMs: 0,
      lateMs: 0,
      ledgerMs: 4,
      skewMs: 0,
      random,
    });
    for (let index = 0; index < 300; index += 1) ask(index % 3);
    await time.runUntil(time.now() + 15_000);
    const refusedAt = time.now();
    pacers[1]?.observe(62515, 'general', { refusedForMs: 10_000 });
    await time.runUntil(refusedAt + 60_000);
    expect(calls).toHaveLength(300);
    // The tickets that the others had at hand: a second's worth each.
    const during = calls.filter(({ sentAt }) => sentAt > refusedAt && sentAt < refusedAt + 10_000);
    expect(during.length).toBeLessThanOrEqual(2 * 15);
    expect(during.filter(({ replica }) => replica === 1)).toEqual([]);
    expect(Math.max(...during.map(({ sentAt }) => sentAt), 0)).toBeLessThan(refusedAt + 5_000);
  });

  it('keeps portals and buckets apart', async () => {
    const { pacer, runUntil, now } = openPacedPortal();
    pacer.observe(62515, 'general', { refusedForMs: 60_000 });
    const gone: string[] = [];
    void pacer.acquire(62515, 'general').then(() => gone.push('held'));
    void pacer.acquire(62515, 'search').then(() => gone.push('search'));
    void pacer.acquire(62516, 'general').then(() => gone.push('neighbour'));
    await runUntil(now());
    expect(gone.toSorted()).toEqual(['neighbour', 'search']);
  });
});

it('sends no call on a ticket that it has missed, and gives the ticket back', async () => {
  const time = openSimulatedTime();
  const returned: number[] = [];
  let given = 0;
  const ledger: Ledger = {
    async reserve(_portalId, _bucket, { unused }) {
      returned.push(...unused.map(({ mark }) => mark));
      given += 1;
      return [{ at: time.now() + (given === 1 ? 100 : 0), mark: given }];
    },
    hold: async () => {},
  };
  const pacer = openPacer({
    clock: { now: () => new Date(time.now()) },
    sleep: (ms) => time.sleep(ms + 300),
    ledger,
  });
  let sentAt = 0;
  const start = time.now();
  void pacer.acquire(62515, 'general').then(() => (sentAt = time.now()));
  await time.runUntil(start + 1_000);
  expect(sentAt).toBe(start + 400);
  expect(returned).toEqual([1]);
});

it('tells everybody who waits that the ledger cannot be reached, and asks it anew for the next', async () => {
  const time = openSimulatedTime();
  let isDown = true;
  const clock = { now: () => new Date(time.now()) };
  const memory = openMemoryLedger(clock);
  const pacer = openPacer({
    clock,
    sleep: time.sleep,
    ledger: {
      reserve: (...given) => (isDown ? Promise.reject(new Error('no store')) : memory.reserve(...given)),
      hold: () => Promise.reject(new Error('no store')),
    },
  });
  pacer.observe(62515, 'general', { remaining: 0 });
  const asked = [pacer.acquire(62515, 'general'), pacer.acquire(62515, 'general')];
  for (const each of asked) await expect(each).rejects.toThrow('no store');
  isDown = false;
  await expect(pacer.acquire(62515, 'general')).resolves.toBeUndefined();
});
