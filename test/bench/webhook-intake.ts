/**
 * 150 signed deliveries of 100 events a second for a minute, over 200 portals, on PostgreSQL: each answered after its events
 * are stored, and every event afterwards found in the store. `node test/bench/webhook-intake.ts [seconds]`
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { forPortal as installOf } from '../../src/install/index.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import { reportFigure } from './support/report-figure.ts';
import { appId, signCall } from './support/signing.ts';
import { startBenchServer } from './support/start-bench-server.ts';

const SECONDS = Number(process.argv[2] ?? 60);
const RATE = 150;
const EVENTS = 100;
const PORTALS = 200;
const FIRST_PORTAL = 1_000;
const bench = 'webhook-intake';

const store = await openBenchStore('postgres');
try {
  const account = { name: 'P', timeZone: 'UTC', companyCurrency: 'EUR', installedBy: '1', scopes: [] };
  const tokens = { access: 'a', refresh: 'r', expiresAt: new Date(0) };
  for (let portal = 0; portal < PORTALS; portal += 1) {
    await installOf(store.db, FIRST_PORTAL + portal).connect(account, tokens, new Date(0));
  }
  const server = await startBenchServer('card', { kind: 'postgres', url: store.url ?? '' }, 50);
  const latencies: number[] = [];
  let refused = 0;
  const deliver = async (delivery: number, dueAt: number) => {
    const { method, path, headers, body } = signCall('POST', '/webhooks/hubspot', bodyOf(delivery));
    const answer = await server.pool.request({ method, path, headers, body: body ?? null });
    await answer.body.dump();
    if (answer.statusCode !== 204) refused += 1;
    // From when it was due, so that a slow service cannot slow its own clock down.
    latencies.push(performance.now() - dueAt);
  };
  const begun = performance.now();
  const running: Promise<void>[] = [];
  const deliveries = RATE * SECONDS;
  for (let delivery = 0; delivery < deliveries; delivery += 1) {
    const dueAt = begun + (delivery * 1_000) / RATE;
    if (dueAt > performance.now()) await sleep(dueAt - performance.now());
    running.push(deliver(delivery, dueAt));
  }
  await Promise.all(running);
  const seconds = (performance.now() - begun) / 1_000;
  await server.stop();

  const { stored } = await store.db
    .selectFrom('changed_record')
    .select((eb) => eb.fn.countAll<number>().as('stored'))
    .executeTakeFirstOrThrow();
  const report = (
    figure: string,
    value: number,
    unit: string,
    against: string,
    ratio: number,
    target: string,
  ) => {
    reportFigure({ bench, figure, value, unit, against, ratio, target });
  };
  const events = deliveries * EVENTS;
  const offered = RATE * EVENTS;
  report(
    'events a second, stored and answered',
    events / seconds,
    '1/s',
    `${offered} a second`,
    events / seconds / offered,
    '>= 1',
  );
  report('events lost', events - stored, 'events', 'none', events - stored, '<= 0');
  report('deliveries refused', refused, 'deliveries', 'none', refused, '<= 0');
  const slowest = latencies.sort((left, right) => left - right)[Math.floor(latencies.length * 0.99)] ?? NaN;
  report('p99 of a delivery, from when it was due', slowest, 'ms', '1,000 ms', slowest / 1_000, 'none');
} finally {
  await store.close();
}

/** Every event names a deal of its own, so that each can be counted in the store. */
function bodyOf(delivery: number): Buffer {
  const events = Array.from({ length: EVENTS }, (_, index) => {
    const number = delivery * EVENTS + index;
    return {
      eventId: number,
      subscriptionId: 1,
      portalId: FIRST_PORTAL + ((number * 7) % PORTALS),
      appId,
      occurredAt: Date.now(),
      subscriptionType: 'object.propertyChange',
      objectTypeId: '0-3',
      attemptNumber: 0,
      objectId: number + 1,
      propertyName: 'amount',
      propertyValue: '1',
      changeSource: 'CRM_UI',
      sourceId: 'userId:1',
    };
  });
  return Buffer.from(JSON.stringify(events));
}
