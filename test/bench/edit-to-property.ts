/**
 * How long an edit takes to show: five a second, to deals drawn from all whose edit changes a property somewhere (open ones,
 * and those won in the present period) of a portal of 100,000, at HubSpot's limits and 400 ms an answer, by webhook, queue
 * and write-back as every day, on PostgreSQL. From the edit to the edited deal's forecast amount, and to the gap on the
 * owner's other deals. `node test/bench/edit-to-property.ts [deals] [seconds]`
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { freePort } from '../../src/commands/free-port.ts';
import { compose } from '../../src/compose.ts';
import { forPortal as installOf } from '../../src/install/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { dirtyOwnersOf } from '../../src/mirror/index.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { outboxOf } from '../../src/sync/index.ts';
import { appId, sidelineApp } from '../support/start-portal.ts';
import { startPortalProcess } from '../support/start-portal-process.ts';
import { install } from '../support/start-service.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import { countStateChanges, readStateChanges } from './support/read-state-changes.ts';
import { reportFigure } from './support/report-figure.ts';

const [size = '100000', time = '60'] = process.argv.slice(2);
const [deals, seconds] = [Number(size), Number(time)];
const EDITS_A_SECOND = 5;
const FIRST_PORT = 47_800;

const port = await freePort(FIRST_PORT);
const publicUrl = `http://localhost:${port}`;
const app = sidelineApp(publicUrl);
const portal = await startPortalProcess({
  publicUrl,
  deals,
  latencyMs: 400,
  limits: 'hubspot',
  searchLag: { least: 1_000, most: 15_000 },
});
const { origin, portalId } = portal;
const store = await openBenchStore('postgres');
const { db } = store;
const sideline = await compose({
  store: { kind: 'postgres', url: store.url ?? '' },
  hubspotOrigin: origin,
  authorizeOrigin: origin,
  clientId: app.clientId,
  clientSecrets: [app.clientSecret],
  appId,
  publicUrl,
  port,
  host: '127.0.0.1',
  keys: [{ id: 'k1', key: randomBytes(32) }],
  clock: systemClock,
  log: pino({ level: 'silent' }),
});
try {
  await sideline.work();
  await sideline.serve();
  await install(publicUrl, undefined, portal.adminUserId);
  const installs = installOf(db, portalId);
  await until(async () => (await installs.read())?.readyAt != null);
  await installs.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  await sideline.queue.send('work-portal', { portalId });
  await sleep(2_000);
  await until(isQuiet);

  const targets = shuffle(await listTargets()).slice(0, EDITS_A_SECOND * seconds);
  const before = await countStateChanges(origin);
  const begun = performance.now();
  const edits = targets.map(async ({ id, amount }, index) => {
    await sleep(Math.max(0, begun + (index * 1_000) / EDITS_A_SECOND - performance.now()));
    const answer = await fetch(`${origin}/sandbox/api/admin/edit`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, properties: { amount: String(Math.round(Number(amount)) + 10_007) } }),
    });
    if (!answer.ok) throw new Error(`deal ${id} could not be edited: ${await answer.text()}`);
  });
  await Promise.all(edits);
  await sleep(2_000);
  await until(isQuiet);
  await report(before, targets);
} finally {
  await sideline.stop();
  await store.close();
  await portal.stop();
}

interface Target {
  readonly id: string;
  readonly amount: string;
  /** The deals on which the edit has to show, and by which property. */
  readonly shows: 'sideline_forecast_amount' | 'sideline_gap';
  readonly on: readonly string[];
}

/** Open deals that show a forecast amount; won ones of the present period, one an owner, so that each gap has one cause. */
async function listTargets(): Promise<Target[]> {
  const open = await db
    .selectFrom('deal')
    .select(['id', 'amount', 'owner_id', 'known'])
    .where('portal_id', '=', portalId)
    .where('is_closed', '=', false)
    .execute();
  const weighed = open.filter(
    ({ known }) => known['sideline_forecast_amount'] && Number(known['sideline_win_probability']) > 0,
  );
  const measured = open.filter(({ known }) => known['sideline_gap']);
  const withGap = Map.groupBy(measured, ({ owner_id }) => owner_id);
  const won = await db
    .selectFrom('credit')
    .innerJoin('deal', (join) =>
      join.onRef('deal.portal_id', '=', 'credit.portal_id').onRef('deal.id', '=', 'credit.deal_id'),
    )
    .select(['deal.id', 'deal.amount', 'deal.owner_id'])
    .where('credit.portal_id', '=', portalId)
    .where('credit.period_key', '=', measured[0]?.known['sideline_period'] ?? '')
    .where('credit.kind', '=', 'won')
    .where('deal.is_split', '=', false)
    .whereRef('deal.owner_id', '=', 'credit.owner_id')
    .execute();
  const onePerOwner = [...new Map(won.map((deal) => [deal.owner_id, deal])).values()];
  return [
    ...weighed.map(({ id, amount }): Target => {
      return { id, amount: amount ?? '0', shows: 'sideline_forecast_amount', on: [id] };
    }),
    ...onePerOwner.flatMap(({ id, amount, owner_id }): Target[] => {
      const others = withGap.get(owner_id)?.map((deal) => deal.id) ?? [];
      return others.length > 0 ? [{ id, amount: amount ?? '0', shows: 'sideline_gap', on: others }] : [];
    }),
  ];
}

async function report(before: number, edited: readonly Target[]): Promise<void> {
  const changes = await readStateChanges(origin, before);
  const byRecord = Map.groupBy(changes, ({ objectId, name }) => `${objectId} ${name}`);
  const at = (id: string, name: string, from: number) =>
    (byRecord.get(`${id} ${name}`) ?? []).map((change) => Date.parse(change.at)).find((when) => when >= from);
  const waited = { sideline_forecast_amount: [] as number[], sideline_gap: [] as number[] };
  let neverShown = 0;
  for (const { id, shows, on } of edited) {
    const editedAt = at(id, 'amount', 0) ?? Infinity;
    for (const shown of on) {
      const shownAt = at(shown, shows, editedAt);
      if (shownAt === undefined) neverShown += 1;
      else waited[shows].push(shownAt - editedAt);
    }
  }
  figure('from an edit to the deal’s own property, p95', waited.sideline_forecast_amount, 5_000);
  figure('from a won deal’s edit to the owner’s other deals, p95', waited.sideline_gap, 30_000);
  reportFigure({
    bench: 'edit-to-property',
    figure: 'properties that never showed the edit',
    value: neverShown,
    unit: 'properties',
    against: `${edited.length} edits`,
    ratio: neverShown,
    target: '<= 0',
  });
}

function figure(words: string, waits: readonly number[], bound: number): void {
  const p95 = waits.toSorted((left, right) => left - right)[Math.floor(waits.length * 0.95)] ?? NaN;
  reportFigure({
    bench: 'edit-to-property',
    figure: `${words}, ${waits.length} of ${deals} deals at ${EDITS_A_SECOND} edits a second`,
    value: p95,
    unit: 'ms',
    against: `${bound} ms`,
    ratio: p95 / bound,
    target: '<= 1',
  });
}

async function isQuiet(): Promise<boolean> {
  return (
    (await eventsOf(db, portalId).readNewest()) === 0 &&
    (await dirtyOwnersOf(db, portalId).count()) === 0 &&
    (await outboxOf(db, portalId).countWaiting()) === 0
  );
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(250);
}

function shuffle<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, order: Math.random() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item);
}
