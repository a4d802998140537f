import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { dealType } from '../../src/sandbox/portal/objects/object-types.ts';
import type { RunningPortal } from '../../src/sandbox/portal/index.ts';
import { forPortal as installOf } from '../../src/install/index.ts';
import { businessClock } from '../../src/kernel/clock.ts';
import { createQueue } from '../../src/jobs/index.ts';
import { openDatabase, type OpenDatabase } from '../../src/store/index.ts';
import { pino } from 'pino';
import { makeTestStorePlace, type TestStorePlace } from '../support/open-test-store.ts';
import { editDeal, shownOn } from '../support/portal-deals.ts';
import { businessNow, people } from '../support/small-company.ts';
import { askCard, install } from '../support/start-service.ts';
import { startPortal } from '../support/start-portal.ts';
import { startProcess, type StartedProcess } from './start-process.ts';

/**
 * Two processes that answer and two that work, on one PostgreSQL beside a sandbox portal. The embedded store belongs to one
 * process, so these run with `npm run test:postgres` only; there the replicas are real processes, killed for real.
 */

/** A worker that is killed is given up after 30 s, looked for every 10 s. */
const takeOverMs = 90_000;

describe('two web processes and two workers', () => {
  let place: TestStorePlace;
  let database: OpenDatabase;
  let portal: RunningPortal;
  let webs: StartedProcess[];
  let workers: StartedProcess[];

  beforeAll(async () => {
    const ports = await findFreePorts(8);
    const publicUrl = `http://localhost:${ports[0]}`;
    portal = await startPortal(publicUrl, { businessClock: businessClock(new Date(businessNow)) });
    place = await makeTestStorePlace();
    if (place.location.kind !== 'postgres') throw new Error('replicas need PostgreSQL');
    const common = {
      databaseUrl: place.location.url,
      hubspotOrigin: portal.origin,
      clientId: portal.app.clientId,
      clientSecret: portal.app.clientSecret,
      appId: portal.app.appId,
      publicUrl,
      key: randomBytes(32).toString('base64'),
      businessNow,
    };
    const start = (role: 'web' | 'worker', index: number) =>
      startProcess({ ...common, role, port: ports[index]!, metricsPort: ports[index + 4]! });
    // All at once, on an empty database: they wait for each other's migration.
    const [first, second, third, fourth] = await Promise.all([
      start('web', 0),
      start('web', 1),
      start('worker', 2),
      start('worker', 3),
    ]);
    webs = [first, second];
    workers = [third, fourth];
    database = await openDatabase(place.location);
    await install(publicUrl);
    const installs = installOf(database.db, portal.state.account.portalId);
    while ((await installs.read())?.readyAt == null) await sleep(50);
    await installs.choose({ sharingLevel: 'everyone', mayWriteBack: true });
    await ask();
    await until(() => Object.keys(shownOn(portal, '7001')).length > 0);
  }, 240_000);
  afterAll(async () => {
    for (const each of [...webs, ...workers]) await each.kill();
    await database.close();
    await portal.stop();
    await place.remove();
  });

  /** Asks for a pass over the portal, as any process may. */
  async function ask(): Promise<void> {
    const queue = createQueue(database, pino({ level: 'silent' }));
    await queue.send('work-portal', { portalId: portal.state.account.portalId });
    await queue.stop();
  }
  const until = async (done: () => boolean, within = 60_000): Promise<void> => {
    const end = Date.now() + within;
    while (!done()) {
      if (Date.now() > end) throw new Error(`not within ${within} ms`);
      await sleep(50);
    }
  };
  const passes = () =>
    workers.flatMap(({ worked }, worker) =>
      worked.filter(({ job }) => job === 'work-portal').map((stretch) => ({ ...stretch, worker })),
    );
  const addsOf = (id: string) => shownOn(portal, id)['sideline_deal_adds'];

  test('each says what it does: only a web process answers HubSpot, every one can be watched', async () => {
    for (const { settings } of [...webs, ...workers]) {
      expect((await fetch(`http://localhost:${settings.metricsPort}/ready`)).status).toBe(200);
      expect(await (await fetch(`http://localhost:${settings.metricsPort}/metrics`)).text()).toContain(
        'sideline_portals',
      );
    }
    for (const { settings } of workers) {
      await expect(fetch(`http://localhost:${settings.port}/health`)).rejects.toThrow();
    }
    expect(webs.flatMap(({ worked }) => worked)).toEqual([]);
  });

  test('both web processes answer a card alike', async () => {
    const answers = [];
    for (const { settings } of webs) {
      // Behind a proxy: the signature counts under the public address, whoever answers.
      const asked = { publicUrl: settings.publicUrl, portal };
      answers.push(await askCard(asked, '/cards/quota-forecast?dealId=7001', { userId: people.ana.userId }));
    }
    expect(answers[0]?.status).toBe(200);
    expect(answers[1]).toEqual(answers[0]);
  });

  test('edits that come fast are worked on by one worker at a time, and no property goes back to an older value', async () => {
    for (let amount = 10_000; amount <= 40_000; amount += 1_000) {
      editDeal(portal, '7001', { amount: String(amount) });
      await sleep(100);
    }
    const before = addsOf('7001');
    await until(
      () => addsOf('7001') !== undefined && shownOn(portal, '7001')['sideline_forecast_amount'] !== undefined,
    );
    await settled();
    expect(before).toBeDefined();
    const inOrder = passes().sort((a, b) => a.from - b.from);
    expect(inOrder.length).toBeGreaterThan(3);
    // A process writes its line a moment after the queue has been told, so ends and beginnings may touch.
    const overlapping = inOrder.filter(
      (pass, index) => index > 0 && pass.from < (inOrder[index - 1]?.to ?? 0) - 50,
    );
    expect(overlapping).toEqual([]);
    // Forecast amounts follow the amounts, which only grew: an older plan would show as a step down.
    const history = [
      ...(portal.state.records(dealType).get('7001')?.history['sideline_forecast_amount'] ?? []),
    ];
    const values = history.map(({ value }) => Number(value)).reverse();
    expect(values.length).toBeGreaterThan(1);
    const steps = values.slice(2);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  }, 120_000);

  test('a worker that is killed in the middle is replaced by the other, which finishes its work', async () => {
    const [first, second] = workers as [StartedProcess, StartedProcess];
    editDeal(portal, '7001', { amount: '99000' });
    await sleep(300);
    await first.kill();
    const survivorsBefore = second.worked.length;
    editDeal(portal, '7001', { amount: '120000' });
    await until(() => second.worked.length > survivorsBefore, takeOverMs);
    await settled(takeOverMs);
    const shown = shownOn(portal, '7001');
    expect(Number(shown['sideline_forecast_amount'])).toBeGreaterThan(40_000);
    expect(second.worked.at(-1)?.outcome).toBe('done');
  }, 240_000);

  test('a stop is graceful: readiness first, then the end, without a fault', async () => {
    const [, second] = workers as [StartedProcess, StartedProcess];
    expect(await second.stop()).toBe(0);
    for (const web of webs) expect(await web.stop()).toBe(0);
    expect([second, ...webs].map(({ errors }) => errors())).toEqual(['', '', '']);
  }, 60_000);

  /** Nothing is left to read or to send. */
  async function settled(within = 60_000): Promise<void> {
    await portal.webhooks.settled();
    let quiet = 0;
    const end = Date.now() + within;
    while (quiet < 5) {
      if (Date.now() > end) throw new Error('the portal does not come to rest');
      const left = await Promise.all([
        database.db.selectFrom('changed_record').select('id').execute(),
        database.db.selectFrom('dirty_owner').select('owner_id').execute(),
        database.db.selectFrom('outbox').select('record_id').execute(),
      ]);
      quiet = left.flat().length === 0 ? quiet + 1 : 0;
      await sleep(200);
    }
  }
});

async function findFreePorts(count: number): Promise<number[]> {
  const probes = Array.from({ length: count }, () => createServer().listen(0));
  await Promise.all(probes.map((probe) => once(probe, 'listening')));
  const ports = probes.map((probe) => (probe.address() as AddressInfo).port);
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
