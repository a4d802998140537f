import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { createMetrics } from '../../src/metrics/index.ts';
import { nameFamily } from '../../src/hubspot/watch-transport.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { people } from '../support/small-company.ts';
import { askCard, startService, type TestService } from '../support/start-service.ts';

let service: TestService;
let watched: string;

beforeAll(async () => {
  const probe = createServer().listen(0);
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  watched = `http://localhost:${port}`;
  service = await startService({}, { metricsPort: port });
  await service.connect();
}, 120_000);
afterAll(async () => {
  await service.stop();
}, 60_000);

const read = async () => (await fetch(`${watched}/metrics`)).text();
/** The value of a sample; undefined where there is none. */
const valueOf = (
  text: string,
  name: string,
  labels: Readonly<Record<string, string>> = {},
): number | undefined => {
  const line = text
    .split('\n')
    .find(
      (each) =>
        new RegExp(`^${name}[ {]`).test(each) &&
        Object.entries(labels).every(([key, value]) => each.includes(`${key}="${value}"`)),
    );
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
};

test('health, readiness and metrics are on a port of their own; metrics are nowhere else', async () => {
  expect(await (await fetch(`${watched}/health`)).json()).toEqual({ status: 'up' });
  expect(await (await fetch(`${watched}/ready`)).json()).toEqual({ status: 'ready' });
  expect((await fetch(`${watched}/metrics`)).headers.get('content-type')).toContain('text/plain');
  expect((await fetch(`${service.publicUrl}/metrics`)).status).toBe(404);
  expect((await fetch(`${watched}/cards/quota-forecast`)).status).toBe(404);
});

test('a day of work is told in figures', async () => {
  await askCard(service, '/cards/quota-forecast?dealId=7001', { userId: people.ana.userId });
  const text = await read();
  const card = { route: '/cards/quota-forecast', method: 'GET', status: '200' };
  expect(valueOf(text, 'sideline_http_request_seconds_count', card)).toBe(1);
  expect(
    valueOf(text, 'sideline_hubspot_call_seconds_count', {
      family: 'crm/objects/deals/batch/update',
      status: '200',
    }),
  ).toBeGreaterThan(0);
  expect(valueOf(text, 'sideline_pacer_wait_seconds_count', { bucket: 'general' })).toBeGreaterThan(0);
  expect(
    valueOf(text, 'sideline_job_seconds_count', { job: 'work-portal', outcome: 'done' }),
  ).toBeGreaterThan(0);
  expect(valueOf(text, 'sideline_events_total', { outcome: 'own_echo' })).toBeGreaterThan(0);
  expect(valueOf(text, 'sideline_portals', { state: 'ready' })).toBe(1);
  expect(valueOf(text, 'sideline_outbox_records', { state: 'parked' })).toBe(0);
  expect(valueOf(text, 'sideline_changed_records')).toBe(0);
  expect(valueOf(text, 'sideline_queue_jobs', { job: 'work-portal', state: 'waiting' })).toBe(0);
  expect(valueOf(text, 'sideline_store_connections', { state: 'open' })).toBeGreaterThan(0);
  expect(valueOf(text, 'sideline_store_up')).toBe(1);
  expect(valueOf(text, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
});

test('no metric names a portal, a person or a record', async () => {
  const text = await read();
  const { portalId } = service;
  for (const never of [
    String(portalId),
    '7001',
    '@',
    ...Object.values(people).map(({ userId }) => String(userId)),
  ]) {
    expect(
      text.split('\n').filter((line) => line.includes('="') && line.split('} ')[0]?.includes(never)),
    ).toEqual([]);
  }
});

test('every metric stands in docs/operations.md, and every one that stands there is told', async () => {
  const named = [...new Set((await read()).match(/(?<=^# TYPE )sideline_\w+/gm))].sort();
  const operations = readFileSync(join(import.meta.dirname, '../../docs/operations.md'), 'utf8');
  const documented = [...new Set(operations.match(/sideline_[a-z0-9_]+/g))].map((name) =>
    name.replace(/_(count|sum|bucket)$/, ''),
  );
  expect([...new Set(documented)].filter((name) => !name.includes('sideline_test')).sort()).toEqual(named);
});

test('what waited longest shows its age, and a store that is away shows as a gap', async () => {
  const metrics = createMetrics();
  const standing = {
    outboxWaiting: 3,
    outboxParked: 1,
    changesWaiting: 2,
    oldestChangeSeconds: 61,
    portals: { ready: 1, reading: 2, disconnected: 3 },
    jobs: [],
    connections: { open: 1, idle: 1, awaited: 0 },
  };
  const shown = await metrics.print(async () => standing);
  expect(valueOf(shown, 'sideline_changed_record_age_seconds')).toBe(61);
  expect(valueOf(shown, 'sideline_portals', { state: 'disconnected' })).toBe(3);
  const gap = await metrics.print(() => Promise.reject(new Error('no store')));
  expect(valueOf(gap, 'sideline_store_up')).toBe(0);
  for (const name of ['sideline_changed_record_age_seconds', 'sideline_portals', 'sideline_outbox_records']) {
    expect([name, valueOf(gap, name)]).toEqual([name, undefined]);
  }
});

test('refusals of HubSpot are counted by limit, renewals of tokens by outcome', async () => {
  const metrics = createMetrics();
  metrics.countCall({ family: 'crm/owners', status: 429, ms: 5, policy: 'SECONDLY' });
  metrics.countCall({ family: 'token refresh', status: 200, ms: 5, policy: null });
  metrics.countCall({ family: 'token refresh', status: 400, ms: 5, policy: null });
  metrics.countCall({ family: 'token refresh', status: null, ms: 5, policy: null });
  const text = await metrics.print(() => Promise.reject(new Error('no store')));
  expect(valueOf(text, 'sideline_hubspot_429_total', { policy: 'SECONDLY' })).toBe(1);
  for (const outcome of ['renewed', 'refused', 'failed']) {
    expect(valueOf(text, 'sideline_token_refreshes_total', { outcome })).toBe(1);
  }
});

test.each([
  ['/crm/objects/2026-09/deals/batch/update', 'crm/objects/deals/batch/update'],
  ['/crm/objects/2026-09/deals/123456', 'crm/objects/deals'],
  ['/crm/properties/2026-09/deals/quentin_personal', 'crm/properties/deals'],
  ['/settings/users/2026-03/ana@example.com', 'settings/users'],
])('a call to %s is of the family %s', (path, family) => {
  expect(nameFamily({ path })).toBe(family);
  expect(nameFamily({ path, form: { grant_type: 'refresh_token' } })).toBe('token refresh');
});
