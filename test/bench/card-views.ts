/**
 * How many cards a second are answered on a portal of 100,000 deals, 50 in flight, against a bare signed Express endpoint
 * that reads one row by its key from the same store: both servers in a process of their own, in turns.
 * `node test/bench/card-views.ts [deals] [postgres|embedded]`
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type StoreLocation } from '../../src/store/index.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import { reportFigure } from './support/report-figure.ts';
import { managerOf, repOf, seedCompany, userIdOf } from './support/seed-company.ts';
import { appId, signCall, type SignedCall } from './support/signing.ts';
import { startBenchServer, type BenchServer } from './support/start-bench-server.ts';

const [size = '100000', only] = process.argv.slice(2);
const deals = Number(size);
const portalId = 7;
const bench = 'card-views';
const IN_FLIGHT = 50;
const ROUNDS = 6;
const ROUND_MS = 4_000;

if (only !== 'embedded') {
  const store = await openBenchStore('postgres');
  try {
    await seedCompany(store.db, portalId, deals);
    const location: StoreLocation = { kind: 'postgres', url: store.url ?? '' };
    await measure('PostgreSQL', location, location);
  } finally {
    await store.close();
  }
}
if (only !== 'postgres') {
  const directory = mkdtempSync(join(tmpdir(), 'sideline-bench-'));
  try {
    const place = (name: string) => ({ kind: 'embedded', directory: join(directory, name) }) as const;
    const store = await openDatabase(place('card'));
    await seedCompany(store.db, portalId, deals);
    await store.close();
    // The embedded store belongs to one process: the other one gets a copy.
    cpSync(place('card').directory, place('bare').directory, { recursive: true });
    await measure('PGlite', place('card'), place('bare'));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

interface Side {
  readonly server: BenchServer;
  readonly path: string;
  readonly latencies: number[];
  seconds: number;
}

async function measure(engine: string, forCard: StoreLocation, forBare: StoreLocation): Promise<void> {
  const card = await startBenchServer('card', forCard, IN_FLIGHT);
  const bare = await startBenchServer('bare', forBare, IN_FLIGHT);
  const yardstick: Side = { server: bare, path: '/bare', latencies: [], seconds: 0 };
  const view: Side = { server: card, path: '/cards/quota-forecast', latencies: [], seconds: 0 };
  const sides = [yardstick, view];
  try {
    for (const { server, path } of sides) await drive(server, path, 3_000);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const side of sides) {
        const { latencies, seconds } = await drive(side.server, side.path, ROUND_MS);
        side.latencies.push(...latencies);
        side.seconds += seconds;
      }
    }
  } finally {
    await card.stop();
    await bare.stop();
  }
  const rate = (side: Side) => side.latencies.length / side.seconds;
  const against = `${rate(yardstick).toFixed(0)} a second of a bare signed endpoint with one select by key`;
  const ratio = rate(view) / rate(yardstick);
  reportFigure({
    bench,
    figure: `card views a second, ${deals} deals, ${engine}`,
    value: rate(view),
    unit: '1/s',
    against,
    ratio,
    target: '>= 0.6',
  });
  const slowest = view.latencies.toSorted((left, right) => left - right)[
    Math.floor(view.latencies.length * 0.99)
  ];
  reportFigure({
    bench,
    figure: `p99 of a card view, ${IN_FLIGHT} in flight, ${engine}`,
    value: slowest ?? NaN,
    unit: 'ms',
    against: '100 ms',
    ratio: (slowest ?? NaN) / 100,
    target: '<= 1',
  });
}

/** Keeps 50 requests about random deals in flight: half by the owner, half by the owner's manager. */
async function drive(
  { pool }: BenchServer,
  path: string,
  ms: number,
): Promise<{ latencies: number[]; seconds: number }> {
  // Signed before the clock runs: what the generator does costs the server's share of the machine.
  const calls = Array.from({ length: 2_000 }, (_, index) => callAbout(path, index));
  const latencies: number[] = [];
  const begun = performance.now();
  let next = 0;
  const lane = async () => {
    for (;;) {
      const sent = performance.now();
      if (sent - begun > ms) return;
      const { method, path, headers } = calls[next++ % calls.length] as SignedCall;
      const { statusCode, body } = await pool.request({ method, path, headers });
      const text = await body.text();
      if (statusCode !== 200) throw new Error(`${path} was answered ${statusCode}: ${text}`);
      latencies.push(performance.now() - sent);
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, lane));
  return { latencies, seconds: (performance.now() - begun) / 1_000 };
}

function callAbout(path: string, index: number): SignedCall {
  const deal = 1 + Math.floor(Math.random() * deals);
  const rep = repOf(deal);
  const identity = { portalId, userId: userIdOf(index % 2 === 0 ? rep : managerOf(rep)), appId };
  const query = new URLSearchParams({
    dealId: String(deal),
    userEmail: 'somebody@example.com',
    ...Object.fromEntries(Object.entries(identity).map(([name, value]) => [name, String(value)])),
  });
  return signCall('GET', `${path}?${query.toString()}`);
}
