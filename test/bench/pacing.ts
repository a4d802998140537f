/**
 * Whether several replicas on one PostgreSQL together use a portal's limits up without being refused once, and what it costs to
 * ask: 4 processes call a portal that counts as HubSpot does, at 400 ms latency.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { systemClock } from '../../src/kernel/clock.ts';
import { openSharedLedger } from '../../src/pacing/index.ts';
import { startPortalProcess } from '../support/start-portal-process.ts';
import { connectPortal, noPace, publicUrl } from './support/connect-portal.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import type { ReplicaOrders, ReplicaReport } from './support/pacing-replica.ts';
import { reportFigure } from './support/report-figure.ts';

const replicas = 4;
/** Long enough for the first burst to be out of every window. */
const warmUpMs = 20_000;
const measuredMs = 40_000;
const entry = fileURLToPath(new URL('support/pacing-replica.ts', import.meta.url));

async function runReplica(orders: ReplicaOrders): Promise<ReplicaReport> {
  const flags = ['--disable-warning=ExperimentalWarning', entry, JSON.stringify(orders)];
  const child = spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (part) => (printed += String(part)));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`a replica ended with code ${String(code)}`);
  return JSON.parse(printed) as ReplicaReport;
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const store = await openBenchStore('postgres');
const portal = await startPortalProcess({ publicUrl, deals: 2_000, latencyMs: 400, limits: 'hubspot' });
try {
  const { accessToken } = await connectPortal(store, portal, noPace);
  const { origin, portalId } = portal;
  const orders = {
    storeUrl: store.url ?? '',
    origin,
    portalId,
    accessToken,
    forMs: warmUpMs + measuredMs + 5_000,
  };
  const reports = await Promise.all(
    Array.from({ length: replicas }, () => runReplica({ ...orders, callsAtOnce: 12, searchesAtOnce: 4 })),
  );

  // Processes take their time to start: what counts is the time in which all of them call.
  const begun = Math.max(...reports.map(({ answered }) => answered.general[0] ?? Infinity));

  for (const [bucket, allowed] of [
    ['general', 10.5],
    ['search', 4.5],
  ] as const) {
    const answered = reports.flatMap((report) => report.answered[bucket]);
    const inTime = answered.filter(
      (at) => at >= begun + warmUpMs && at < begun + warmUpMs + measuredMs,
    ).length;
    const value = inTime / (measuredMs / 1_000);
    reportFigure({
      bench: 'pacing',
      figure: `${bucket} calls of ${replicas} replicas together, saturated`,
      value,
      unit: 'calls/s',
      against: `${allowed} calls/s allowed`,
      ratio: value / allowed,
      target: '>= 0.98',
    });
  }
  const calls = reports.reduce(
    (sum, { answered }) => sum + answered.general.length + answered.search.length,
    0,
  );
  for (const bucket of ['general', 'search'] as const) {
    const refused = reports.reduce((sum, report) => sum + report.refused[bucket], 0);
    reportFigure({
      bench: 'pacing',
      figure: `${bucket} calls that the portal refused for its limits`,
      value: refused,
      unit: 'calls',
      against: `${calls} calls made`,
      ratio: refused / calls,
      target: '<= 0',
    });
  }
  const reservations = reports.flatMap((report) => report.reservations);
  const reserving = middle(reservations.map(({ ms }) => ms));
  reportFigure({
    bench: 'pacing',
    figure: 'one reservation while replicas compete, median',
    value: reserving,
    unit: 'ms',
    against: `${(calls / reservations.length).toFixed(1)} calls a reservation, 400 ms a call`,
    ratio: reserving / (calls / reservations.length) / 400,
    target: 'none',
  });

  const ledger = openSharedLedger({ db: store.db, clock: systemClock });
  const alone: number[] = [];
  const plain: number[] = [];
  for (let other = portalId + 1; other <= portalId + 300; other += 1) {
    const reserve = (count: number) => ledger.reserve(other, 'general', { count, unused: [] });
    await reserve(1);
    alone.push(await timed(() => reserve(12)));
    plain.push(await timed(() => sql`select 1`.execute(store.db)));
  }
  reportFigure({
    bench: 'pacing',
    figure: 'one reservation of 12 calls, nobody else asking, median',
    value: middle(alone),
    unit: 'ms',
    against: `${middle(plain).toFixed(2)} ms for select 1 on the same connection`,
    ratio: middle(alone) / middle(plain),
    target: 'none',
  });
} finally {
  await portal.stop();
  await store.close();
}
