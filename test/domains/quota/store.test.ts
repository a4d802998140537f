import { forPortal, type StoredQuota } from '../../../src/domains/quota/store.ts';
import { applyingTo, directoryOf } from '../../../src/mirror/index.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { creditedDeal, wonFacts } from '../../support/mirrored-deals.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { putPortal } from '../../support/put-portal.ts';

const portalId = 1;
let store: OpenDatabase;
beforeAll(async () => {
  store = await openTestStore();
  await putPortal(store.db, portalId);
});
afterAll(async () => {
  await store.close();
});
const quotas = () => forPortal(store.db, portalId);

const owner = (id: string, teamId: string | null) => ({
  id,
  userId: null,
  email: `${id}@example.com`,
  name: id,
  archived: false,
  teamId,
});
const setting = { managerId: null, startsOn: null, endsOn: null, rampMonths: 0 };

test("a person is HubSpot's owner with what ops said; what ops left out is HubSpot's", async () => {
  await directoryOf(store.db, portalId).saveOwners([owner('1', '10'), owner('2', '10'), owner('3', null)]);
  await quotas().savePeople([
    { ...setting, ownerId: '1', teamId: '11', managerId: '3', startsOn: '2026-10-01', rampMonths: 6 },
    { ...setting, ownerId: '2', teamId: null, endsOn: '2026-12-31' },
    { ...setting, ownerId: '99', teamId: '10' },
  ]);
  expect(await quotas().listPeople()).toMatchObject([
    { ownerId: '1', teamId: '11', managerId: '3', startsOn: '2026-10-01', endsOn: null, rampMonths: 6 },
    { ownerId: '2', teamId: '10', managerId: null, endsOn: '2026-12-31', rampMonths: 0 },
    { ownerId: '3', teamId: null, managerId: null, rampMonths: 0 },
  ]);
  // Said again, the last word counts.
  await quotas().savePeople([{ ...setting, ownerId: '1', teamId: null }]);
  expect((await quotas().listPeople())[0]).toMatchObject({ teamId: '10', managerId: null, rampMonths: 0 });
});

const quota = (change: Partial<StoredQuota> = {}): StoredQuota => ({
  subjectKind: 'rep',
  subjectId: '1',
  pipelineIds: null,
  periodKey: '2026-Q4',
  source: 'goal',
  amountMinor: 100,
  ...change,
});
const listed = async () =>
  (await quotas().listQuotas(['2026-Q4']))
    .map(({ source, subjectKind, pipelineIds, amountMinor }) =>
      [source, subjectKind, pipelineIds?.join('+') ?? 'all', amountMinor].join(' '),
    )
    .sort();

test('there is one quota for a subject, its pipelines, a period and a source', async () => {
  await quotas().saveQuotas([
    quota(),
    quota({ amountMinor: 200 }),
    quota({ pipelineIds: ['b', 'a'], amountMinor: 300 }),
    quota({ pipelineIds: ['a', 'b'], amountMinor: 400 }),
    quota({ subjectKind: 'team', amountMinor: 500 }),
    quota({ source: 'typed', amountMinor: 600 }),
    quota({ periodKey: '2027-Q1', amountMinor: 700 }),
  ]);
  expect(await listed()).toEqual([
    'goal rep a+b 400',
    'goal rep all 200',
    'goal team all 500',
    'typed rep all 600',
  ]);
});

test('what a source says now is all that it says, and other sources are let be', async () => {
  await quotas().replaceQuotas('goal', [quota({ amountMinor: 1 })]);
  expect(await listed()).toEqual(['goal rep all 1', 'typed rep all 600']);
  await quotas().replaceQuotas('goal', []);
  expect(await listed()).toEqual(['typed rep all 600']);
});

test('more goals than a statement has parameters for', async () => {
  const many = Array.from({ length: 12_000 }, (_, index) => quota({ subjectId: String(index) }));
  await quotas().replaceQuotas('goal', many);
  expect(await quotas().listQuotas(['2026-Q4'])).toHaveLength(12_001);
  await quotas().replaceQuotas('goal', []);
});

test('credit and what is missing from it are told by period and person', async () => {
  await applyingTo(store.db, portalId).apply([
    creditedDeal({ ...wonFacts, id: '1', ownerId: '1', pipelineId: 'renewals' }),
    creditedDeal({ ...wonFacts, id: '2', ownerId: '2', closeAt: new Date('2026-08-01T09:00:00Z') }),
    creditedDeal({ ...wonFacts, id: '3', ownerId: '1', homeMinor: null }),
    creditedDeal({ ...wonFacts, id: '4', ownerId: '2', closeAt: null }),
    creditedDeal({
      ...wonFacts,
      id: '5',
      ownerId: '1',
      homeMinor: null,
      closeAt: new Date('2026-08-01T09:00:00Z'),
    }),
    creditedDeal({ id: '6', ownerId: '1' }),
  ]);
  const credits = await quotas().listCredits(['2026-Q4', '2026-Q3'], 'EUR');
  expect(credits.map(({ dealId, periodKey, pipelineId }) => [dealId, periodKey, pipelineId])).toEqual([
    ['1', '2026-Q4', 'renewals'],
    ['2', '2026-Q3', 'default'],
  ]);
  expect(await quotas().listCredits(['2026-Q4', '2026-Q3'], 'EUR', ['2'])).toMatchObject([{ dealId: '2' }]);
  const missing = async (ownerIds: string[] | null) =>
    (await quotas().listExclusions('2026-Q4', ownerIds)).map(({ dealId, reason }) => [dealId, reason]);
  expect(await missing(null)).toEqual([
    ['3', 'noAmount'],
    ['4', 'noCloseDate'],
  ]);
  expect(await missing(['1'])).toEqual([['3', 'noAmount']]);
});
