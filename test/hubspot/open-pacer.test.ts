import fc from 'fast-check';
import { openPacer } from '../../src/hubspot/index.ts';
import type { Pacer } from '../../src/hubspot/index.ts';

/** A pacer on a clock that only sleeping moves on; `wake` lets the earliest sleeper go. */
function openPacedPortal() {
  let now = 1_700_000_000_000;
  const sleepers: { at: number; wake: () => void }[] = [];
  const pacer = openPacer({
    clock: { now: () => new Date(now) },
    sleep: (ms) => new Promise((wake) => sleepers.push({ at: now + ms, wake })),
  });
  /** Lets everything go on that waits for nothing but its turn. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const runUntil = async (end: number) => {
    for (;;) {
      await settle();
      const [next] = sleepers.sort((one, other) => one.at - other.at);
      if (next === undefined || next.at > end) break;
      sleepers.shift();
      now = Math.max(now, next.at);
      next.wake();
    }
    now = Math.max(now, end);
  };
  return { pacer, runUntil, now: () => now };
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

/** The most calls in any stretch [t, t + windowMs). */
function densest(times: readonly number[], windowMs: number): number {
  return Math.max(...times.map((start) => times.filter((at) => at >= start && at < start + windowMs).length));
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
    { numRuns: 25 },
  );
});

it('sends at most 5 searches in any second', async () => {
  await fc.assert(
    fc.asyncProperty(delays(60), async (pauses) => {
      const { sent } = await sendTimes(pauses, 'search');
      expect(sent).toHaveLength(pauses.length);
      expect(densest(sent, 1_000)).toBeLessThanOrEqual(5);
    }),
    { numRuns: 25 },
  );
});

it('lets a first burst of 105 go at once, and the next when the window has passed', async () => {
  const { sent } = await sendTimes(
    Array.from({ length: 106 }, () => 0),
    'general',
  );
  const start = sent[0] as number;
  expect(sent.slice(0, 105).every((at) => at === start)).toBe(true);
  expect(sent[105]).toBe(start + 10_000);
});

describe('what HubSpot says', () => {
  async function acquireAfter(news: Parameters<Pacer['observe']>[2]) {
    const { pacer, runUntil, now } = openPacedPortal();
    const start = now();
    pacer.observe(62515, 'general', news);
    let waited: number | undefined;
    void pacer.acquire(62515, 'general').then(() => (waited = now() - start));
    await runUntil(start + 60_000);
    return waited;
  }

  it.each([
    [{}, 0],
    [{ remaining: 5 }, 0],
    [{ remaining: 4 }, 1_000],
    [{ refusedForMs: 10_000 }, 10_000],
    [{ remaining: 0, refusedForMs: 2_000 }, 2_000],
  ])('%j holds the next call back for %i ms', async (news, waited) => {
    expect(await acquireAfter(news)).toBe(waited);
  });

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

  it('keeps portals and buckets apart', async () => {
    const { pacer, runUntil, now } = openPacedPortal();
    pacer.observe(62515, 'general', { refusedForMs: 60_000 });
    const gone: string[] = [];
    void pacer.acquire(62515, 'search').then(() => gone.push('search'));
    void pacer.acquire(62516, 'general').then(() => gone.push('neighbour'));
    await runUntil(now());
    expect(gone).toEqual(['search', 'neighbour']);
  });
});
