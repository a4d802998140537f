import { sql } from 'kysely';
import { auditOf } from '../../../../src/access/index.ts';
import { impactView, type ImpactMetric } from '../../../../src/contract/index.ts';
import { createImpactService } from '../../../../src/domains/coaching/index.ts';
import { measureImpact } from '../../../../src/domains/coaching/impact/measure-impact.ts';
import type { RepHistory } from '../../../../src/domains/coaching/impact/types.ts';
import { periodAt, trailingPeriods } from '../../../../src/kernel/period.ts';
import { calendarOf, type Portal } from '../../../../src/kernel/portal.ts';
import { directoryOf } from '../../../../src/mirror/index.ts';
import type { OpenDatabase } from '../../../../src/store/index.ts';
import { openTestStore } from '../../../support/open-test-store.ts';
import { connectPeople, portalId, userOf } from '../pulse/open-pulse.ts';
import { inventCompanies } from './company.ts';
import { fillCompany } from './fill-company.ts';

const company = inventCompanies(7)({ reps: 40, choice: 'worstQuarter', effect: 0.4 }).map(
  (history, index): RepHistory => ({
    ...history,
    repId: String(1_000 + index),
    // In whole hundredths, as money keeps them too; a won share lies between none and all.
    values: history.values.map((value) => Math.min(1, Math.max(0, Math.round(100 * (value ?? 0)) / 100))),
  }),
);
//  ops is nobody's owner;  800 ─ 900 ─ forty reps
const hierarchy = {
  '800': null,
  '900': '800',
  ...Object.fromEntries(company.map(({ repId }) => [repId, '900'])),
};
let store: OpenDatabase;
let portal: Portal;
let now = new Date('2026-11-24T10:00:00Z');
const service = () =>
  createImpactService({ db: store.db, clock: { now: () => now }, realClock: { now: () => new Date() } });

beforeAll(async () => {
  store = await openTestStore();
  portal = await connectPeople(store.db, hierarchy);
  await directoryOf(store.db, portalId).replacePipelines(
    [{ id: 'default', label: 'Sales', displayOrder: 0 }],
    [
      ['proposal', '0.4', false],
      ['negotiation', '0.8', false],
      ['won', '1', true],
      ['lost', '0', true],
    ].map(([id, probability, isClosed], displayOrder) => ({
      id: String(id),
      pipelineId: 'default',
      label: String(id),
      displayOrder,
      probability: String(probability),
      isClosed: isClosed === true,
    })),
  );
  const calendar = calendarOf(portal);
  const six = trailingPeriods(calendar, periodAt(calendar, 'quarter', now), 6);
  await fillCompany(store.db, portalId, company, six, { dealsAQuarter: 100 });
}, 240_000);
afterAll(() => store.close());
beforeEach(async () => {
  now = new Date('2026-11-24T10:00:00Z');
  for (const table of ['impact_metric', 'coaching_action', 'audit_entry'])
    await sql`delete from ${sql.table(table)}`.execute(store.db);
});

const caller = (ownerId: string | null) => ({
  portal,
  userId: ownerId === null ? '1999' : userOf(ownerId),
  isOps: ownerId === null,
});
const look = async (ownerId: string | null = '800') => {
  const answer = await service().view(caller(ownerId));
  if (!answer.ok) throw new Error(answer.failure.message);
  return impactView.parse(answer.value);
};
const chooseOn = async (day: string, metric: ImpactMetric = 'attainment') => {
  now = new Date(`${day}T10:00:00Z`);
  const chosen = await service().choose(caller('800'), { metric });
  now = new Date('2026-11-24T10:00:00Z');
  return chosen;
};

test('for directors and ops alone', async () => {
  for (const ownerId of ['900', '1000'])
    for (const answer of [
      await service().view(caller(ownerId)),
      await service().choose(caller(ownerId), { metric: 'winRate' }),
    ])
      expect(answer).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
  expect(await service().view({ portal, userId: '4711', isOps: false })).toMatchObject({ ok: false });
  expect((await look('800')).state).toBe('unchosen');
  expect((await look(null)).state).toBe('unchosen');
});

test.each<[ImpactMetric, string]>([
  ['attainment', 'In attainment, coached reps gained'],
  ['winRate', 'In win rate, coached reps gained'],
])('%s from the store is what the formulas make of the same company', async (metric, words) => {
  await chooseOn('2026-06-01', metric);
  const view = await look();
  // Twelve began in the fifth of six quarters and are read one later; the sales cycle in the store is 50 days.
  const expected = measureImpact({ histories: company, cycleDays: 50, chosenIn: 4 });
  if (expected.kind !== 'measured') throw new Error(expected.kind);
  const whole = (share: number) => `${share > 0 ? '+' : ''}${Math.round(100 * share)} points`;
  expect(view).toMatchObject({
    state: 'measured',
    metric: { id: metric, chosenLabel: 'Chosen 1 Jun 2026' },
    figures: {
      effect: whole(expected.effect),
      interval: `${whole(expected.low)} to ${whole(expected.high)}`,
      coached: 12,
      peers: 24,
      coachedBefore: `${Math.round(100 * expected.before.coached)} %`,
    },
  });
  expect(view.sentence).toContain(words);
});

test('a metric chosen now has no results yet, and one line says how long that takes', async () => {
  await chooseOn('2026-11-24');
  const view = await look();
  expect(view).toMatchObject({ state: 'notEnough', figures: null });
  expect(view.sentence).toMatch(/^Not enough data yet\. 2 more quarters must go by\./);
});

test('choosing the same again keeps its date, choosing another starts anew', async () => {
  await chooseOn('2026-06-01');
  await chooseOn('2026-11-20');
  expect((await look()).metric?.chosenLabel).toBe('Chosen 1 Jun 2026');
  await chooseOn('2026-11-20', 'winRate');
  expect((await look()).metric).toEqual({
    id: 'winRate',
    title: 'Win rate',
    chosenLabel: 'Chosen 20 Nov 2026',
  });
  const entries = await auditOf(store.db, portalId).listBefore(null, 10);
  expect(entries.map(({ action, details }) => [action, details['metric']])).toEqual([
    ['choose impact metric', 'winRate'],
    ['choose impact metric', 'attainment'],
  ]);
});

test('a quarter later there is one more to compare, another sales cycle later none', async () => {
  await chooseOn('2026-06-01');
  now = new Date('2027-05-24T10:00:00Z');
  const later = await service().view(caller('800'));
  expect(later).toMatchObject({ value: { state: 'measured' } });
});

test('deals that moved after finished and unfinished actions, marked as no proof', async () => {
  const action = (number: number, dealId: string, dueOn: string, doneAt: Date | null) => ({
    portal_id: portalId,
    note_id: '1',
    promise_id: String(number),
    author_id: '900',
    rep_id: '1000',
    doer_id: '1000',
    record_type: 'deal',
    record_id: dealId,
    topic: 'deal',
    sealed_text: '',
    due_on: dueOn,
    state: doneAt ? 'done' : 'open',
    done_at: doneAt,
    created_at: new Date('2026-09-01T10:00:00Z'),
  });
  const [moved, still, lost] = await store.db
    .selectFrom('deal')
    .select('id')
    .where('portal_id', '=', portalId)
    .orderBy('id')
    .limit(3)
    .execute();
  const through = async (id: string | undefined, entries: readonly (readonly [string, string])[]) => {
    await store.db
      .updateTable('deal')
      .set({
        stage_entries: JSON.stringify(
          entries.map(([stageId, day]) => ({ stageId, enteredAt: `${day}T10:00:00Z` })),
        ),
      })
      .where('portal_id', '=', portalId)
      .where('id', '=', id ?? '')
      .execute();
  };
  await through(moved?.id, [
    ['proposal', '2026-09-01'],
    ['negotiation', '2026-09-12'],
  ]);
  await through(still?.id, [['proposal', '2026-09-01']]);
  // Losing is no moving on, nor is what lies before.
  await through(lost?.id, [
    ['negotiation', '2026-09-01'],
    ['proposal', '2026-09-11'],
    ['lost', '2026-09-12'],
  ]);
  const done = new Date('2026-09-10T10:00:00Z');
  await store.db
    .insertInto('coaching_action')
    .values([
      action(1, moved?.id ?? '', '2026-09-20', done),
      action(2, lost?.id ?? '', '2026-09-20', done),
      action(3, still?.id ?? '', '2026-09-10', null),
    ])
    .execute();
  expect((await look()).moves).toEqual({
    finished: { deals: 2, moved: 1 },
    unfinished: { deals: 1, moved: 0 },
    sentence: expect.stringMatching(/^Moved on within 14 days: 1 of 2 deals.*A tally, not proof\.$/),
  });
});

test('no name, no text and nobody by themselves is in it', async () => {
  await chooseOn('2026-06-01');
  const said = JSON.stringify(await look());
  for (const { repId } of company) expect(said).not.toMatch(new RegExp(`\\b${repId}\\b|Person ${repId}`));
});
