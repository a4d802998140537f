/**
 * How long the agenda of a rep with 200 open deals takes on a portal of 100,000 deals and 1,000 reps, with how many
 * questions to the store, against the limit of 150 ms and against reading the same deals alone; and how long all 1,000
 * agendas take the evening before. `node test/bench/agenda.ts [deals] [postgres|embedded]`
 */
import { randomBytes } from 'node:crypto';
import type { Kysely, KyselyPlugin } from 'kysely';
import {
  createAgendaMaker,
  createAgendaPreparation,
  createCoachingService,
} from '../../src/domains/coaching/index.ts';
import { createSealer, forPortal as installOf, openPortalSealer } from '../../src/install/index.ts';
import { addDays, localDate, startOfLocalDate } from '../../src/kernel/period.ts';
import type { Portal } from '../../src/kernel/portal.ts';
import type { Tables } from '../../src/store/index.ts';
import { openBenchStore, type Engine } from './support/open-bench-store.ts';
import { reportFigure } from './support/report-figure.ts';
import { managerOf, ownerIdOf, seedCompany, userIdOf } from './support/seed-company.ts';

const [size = '100000', only] = process.argv.slice(2);
const deals = Number(size);
const bench = 'agenda';
const portalId = 7;
const REPS = 1_000;
const OPEN_DEALS = 200;
const VIEWS = 300;
const LIMIT_MS = 150;
const NIGHT_MS = 60_000;
const sealer = createSealer([{ id: 'bench', key: randomBytes(32) }]);
const names = { postgres: 'PostgreSQL', embedded: 'PGlite' } as const;

for (const engine of ['postgres', 'embedded'] as const)
  if ((only ?? engine) === engine) await measure(engine);

async function measure(engine: Engine): Promise<void> {
  const store = await openBenchStore(engine);
  try {
    await seedCompany(store.db, portalId, deals, REPS);
    const portal = await installOf(store.db, portalId).read();
    if (!portal) throw new Error('the portal was connected');
    await giveDeals(store.db, ownerIdOf(0));
    // So that everybody's 1:1 is due tomorrow.
    const day = dayBeforeWork(localDate(new Date(), portal.timeZone));
    const evening = new Date(startOfLocalDate(day, portal.timeZone).getTime() + 20 * 3_600_000);
    const since = startOfLocalDate(addDays(day, -13), portal.timeZone);
    await store.db.updateTable('person').set({ manager_since: since }).execute();
    await measureOne(engine, store.db, portal);
    await measureNight(engine, store.db, portal, evening);
  } finally {
    await store.close();
  }
}

async function measureOne(engine: Engine, plain: Kysely<Tables>, portal: Portal): Promise<void> {
  let questions = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      questions += 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  const deps = dependencies(plain.withPlugin(counting), { now: () => new Date() });
  const coaching = createCoachingService({
    ...deps,
    askForWork: async () => {},
    hasTasks: async () => false,
  });
  const caller = { portal, userId: userIdOf(managerOf(0, REPS)), isOps: false };
  const open = async () => {
    const answer = await coaching.meetings.open(caller, { repId: ownerIdOf(0) });
    if (!answer.ok) throw new Error(answer.failure.message);
    return answer.value;
  };
  await open();
  questions = 0;
  const { agenda } = await open();
  if (agenda?.lines.length !== 5) throw new Error('an agenda without five lines');
  reportFigure({
    bench,
    figure: `questions to the store for one agenda, ${names[engine]}`,
    value: questions,
    unit: 'questions',
    against: '4 at most',
    ratio: questions / 4,
    target: '<= 1',
  });
  const [own, bare]: [number[], number[]] = [[], []];
  for (let view = 0; view < VIEWS; view += 1) {
    own.push(await time(open));
    bare.push(await time(() => readDeals(plain)));
  }
  const latency = percentile(own, 0.95);
  reportFigure({
    bench,
    figure: `p95 of one agenda, ${OPEN_DEALS} open deals of ${deals}, ${names[engine]}`,
    value: latency,
    unit: 'ms',
    against: `${LIMIT_MS} ms; reading the rows of its deals alone takes ${percentile(bare, 0.95).toFixed(1)} ms at p95`,
    ratio: latency / LIMIT_MS,
    target: '<= 1',
  });
}

async function measureNight(
  engine: Engine,
  db: Kysely<Tables>,
  portal: Portal,
  evening: Date,
): Promise<void> {
  const deps = dependencies(db, { now: () => evening });
  const prepare = createAgendaPreparation({ ...deps, agendas: createAgendaMaker(deps) });
  let prepared = 0;
  const taken = await time(async () => {
    prepared = await prepare(portal);
  });
  if (prepared < REPS) throw new Error(`only ${prepared} agendas were prepared`);
  reportFigure({
    bench,
    figure: `agendas of ${prepared} reps the evening before, ${deals} deals, ${names[engine]}`,
    value: taken / 1_000,
    unit: 's',
    against: '60 s',
    ratio: taken / NIGHT_MS,
    target: '<= 1',
  });
}

function dependencies(db: Kysely<Tables>, clock: { now: () => Date }) {
  return {
    db,
    clock,
    realClock: clock,
    openSealer: (id: number) => openPortalSealer({ db, sealer }, id),
  };
}

/** Gives a rep so many open deals; the others keep theirs. */
async function giveDeals(db: Kysely<Tables>, ownerId: string): Promise<void> {
  const open = db.selectFrom('deal').select('id').where('is_closed', '=', false).limit(OPEN_DEALS);
  await db.updateTable('deal').set({ owner_id: ownerId }).where('id', 'in', open).execute();
}

function readDeals(db: Kysely<Tables>): Promise<unknown> {
  return db
    .selectFrom('deal')
    .selectAll()
    .where('portal_id', '=', portalId)
    .where('owner_id', '=', ownerIdOf(0))
    .where('is_closed', '=', false)
    .execute();
}

/** The day itself, or the first one after it that is followed by a working day. */
function dayBeforeWork(day: string): string {
  const next = new Date(addDays(day, 1)).getUTCDay();
  return next === 0 || next === 6 ? dayBeforeWork(addDays(day, 1)) : day;
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
}
