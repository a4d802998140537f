/**
 * How long it takes until what somebody does to a task in HubSpot shows on the action that it stands for: three a second, in
 * turn finished, put off and deleted, on a portal of 10,000 deals at HubSpot's limits and 400 ms an answer, by webhook
 * and queue as every day, on PostgreSQL, while deals are edited as fast as in edit-to-property.
 * `node test/bench/task-to-action.ts [deals] [seconds]`
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { freePort } from '../../src/commands/free-port.ts';
import { compose } from '../../src/compose.ts';
import { forPortal as actionsOf } from '../../src/domains/coaching/actions/store.ts';
import {
  createSealer,
  featureNames,
  featuresOf,
  forPortal as installOf,
  openPortalSealer,
} from '../../src/install/index.ts';
import { systemClock } from '../../src/kernel/clock.ts';
import { forPortal as eventsOf } from '../../src/sync/events/store.ts';
import { appId, sidelineApp } from '../support/start-portal.ts';
import { startPortalProcess } from '../support/start-portal-process.ts';
import { install } from '../support/start-service.ts';
import { openBenchStore } from './support/open-bench-store.ts';
import { reportFigure } from './support/report-figure.ts';

const [size = '10000', time = '60'] = process.argv.slice(2);
const [deals, seconds] = [Number(size), Number(time)];
const CHANGES_A_SECOND = 3;
const DEAL_EDITS_A_SECOND = 5;
const BOUND_MS = 5_000;
const FIRST_PORT = 47_900;
/** How finely a change is timed. */
const LOOK_MS = 25;
const kinds = ['finished', 'put off', 'deleted'] as const;

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
const keys = [{ id: 'k1', key: randomBytes(32) }];
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
  keys,
  clock: systemClock,
  log: pino({ level: 'silent' }),
});
try {
  await sideline.work();
  await sideline.serve();
  const address = `${publicUrl}/oauth/install?feature=coaching-actions-as-hubspot-tasks`;
  await install(publicUrl, address, portal.adminUserId);
  const installs = installOf(db, portalId);
  await until(async () => (await installs.read())?.readyAt != null);
  await featuresOf(db, portalId).switch(featureNames.tasks, true);
  await installs.choose({ sharingLevel: 'everyone', mayWriteBack: true });
  const open = await db
    .selectFrom('deal')
    .select(['id', 'amount', 'owner_id'])
    .where('portal_id', '=', portalId)
    .where('is_closed', '=', false)
    .where('owner_id', 'is not', null)
    .orderBy('id')
    .execute();
  await promise(open.slice(0, CHANGES_A_SECOND * seconds));
  await sideline.queue.send('work-portal', { portalId });
  await until(async () =>
    (await readActions()).every(({ task_id, task_news }) => task_id && task_news === null),
  );
  await until(async () => (await eventsOf(db, portalId).readNewest()) === 0);

  const [waits] = await Promise.all([changeTasks(), editDeals(open)]);
  for (const kind of kinds) report(kind, waits.get(kind) ?? []);
  report('whatever was done', [...waits.values()].flat());
} finally {
  await sideline.stop();
  await store.close();
  await portal.stop();
}

/** A note with one action beside each of these deals, by its owner; the text is nobody's. */
async function promise(
  beside: readonly { readonly id: string; readonly owner_id: string | null }[],
): Promise<void> {
  const sealer = await openPortalSealer({ db, sealer: createSealer(keys) }, portalId);
  for (const { id, owner_id: repId } of beside) {
    const promises = [{ id: '1', text: `Call about ${id}`, doer: 'rep' as const, dueOn: '2027-01-15' }];
    await actionsOf(db, portalId, sealer).keepPromises(
      {
        id: `note-${id}`,
        authorId: '1',
        repId: repId ?? '',
        record: { type: 'deal', id },
        content: { topic: 'deal', text: { form: 'free', text: '' }, promises },
      },
      [],
      systemClock.now(),
    );
  }
}

function readActions() {
  return db
    .selectFrom('coaching_action')
    .select(['task_id', 'task_news', 'state', 'due_on'])
    .where('portal_id', '=', portalId)
    .execute();
}

/** From HubSpot's answer to whoever changed the task to the moment at which our store shows it; the slowest last to be waited for. */
async function changeTasks(): Promise<Map<(typeof kinds)[number], number[]>> {
  const tasks = (await readActions()).map(({ task_id }) => task_id ?? '');
  const waiting = new Map<string, { kind: (typeof kinds)[number]; changedAt: number }>();
  const waits = new Map(kinds.map((kind) => [kind, [] as number[]]));
  const begun = performance.now();
  const changes = tasks.map(async (id, index) => {
    await sleep(Math.max(0, begun + (index * 1_000) / CHANGES_A_SECOND - performance.now()));
    const kind = kinds[index % kinds.length] ?? 'finished';
    if (kind === 'deleted') await pull('archive', { type: 'tasks', id });
    else
      await pull('edit', {
        type: 'tasks',
        id,
        properties:
          kind === 'finished' ? { hs_task_status: 'COMPLETED' } : { hs_timestamp: '2027-02-01T09:00:00Z' },
      });
    waiting.set(id, { kind, changedAt: performance.now() });
  });
  for (let left = tasks.length; left > 0;) {
    for (const { task_id, state, due_on } of await readActions()) {
      const asked = waiting.get(task_id ?? '');
      if (asked === undefined) continue;
      const shows = {
        finished: state === 'done',
        'put off': due_on === '2027-02-01',
        deleted: state === 'dropped',
      };
      if (!shows[asked.kind]) continue;
      waits.get(asked.kind)?.push(performance.now() - asked.changedAt);
      waiting.delete(task_id ?? '');
      left -= 1;
    }
    await sleep(LOOK_MS);
  }
  await Promise.all(changes);
  return waits;
}

async function editDeals(
  open: readonly { readonly id: string; readonly amount: string | null }[],
): Promise<void> {
  const begun = performance.now();
  for (let index = 0; index < DEAL_EDITS_A_SECOND * seconds; index += 1) {
    await sleep(Math.max(0, begun + (index * 1_000) / DEAL_EDITS_A_SECOND - performance.now()));
    const deal = open[index % open.length];
    if (deal) await pull('edit', { id: deal.id, properties: { amount: String(10_000 + index) } });
  }
}

async function pull(lever: string, request: object): Promise<void> {
  const answer = await fetch(`${origin}/sandbox/api/admin/${lever}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!answer.ok) throw new Error(`${lever}: ${await answer.text()}`);
}

function report(words: string, waits: readonly number[]): void {
  const p95 = waits.toSorted((left, right) => left - right)[Math.floor(waits.length * 0.95)] ?? NaN;
  reportFigure({
    bench: 'task-to-action',
    figure: `from a task ${words} in HubSpot to its action, p95 of ${waits.length}, beside ${DEAL_EDITS_A_SECOND} edits of deals a second`,
    value: p95,
    unit: 'ms',
    against: `${BOUND_MS} ms`,
    ratio: p95 / BOUND_MS,
    target: '<= 1',
  });
}

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(250);
}
