import { createQuotaService } from '../../../src/domains/quota/service.ts';
import { forPortal as quotasOf, type StoredQuota } from '../../../src/domains/quota/store.ts';
import type { Portal } from '../../../src/kernel/portal.ts';
import { applyingTo, directoryOf } from '../../../src/mirror/index.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { creditedDeal, portalSettings, wonFacts } from '../../support/mirrored-deals.ts';
import { openTestStore } from '../../support/open-test-store.ts';

let store: OpenDatabase;
let service: ReturnType<typeof createQuotaService>;
const portalId = 1;
const clock = { now: () => new Date('2026-11-24T09:42:00Z') };

const portal = (sharingLevel: Portal['sharingLevel']): Portal => ({
  ...portalSettings,
  id: portalId,
  name: 'P',
  connected: true,
  installedBy: '1',
  scopes: [],
  sharingLevel,
  mayWriteBack: true,
  readyAt: clock.now(),
});
const quota = (subjectId: string, change: Partial<StoredQuota> = {}): StoredQuota => ({
  subjectKind: 'rep',
  subjectId,
  pipelineIds: null,
  periodKey: '2026-Q4',
  source: 'typed',
  amountMinor: 10_000_00,
  ...change,
});

beforeAll(async () => {
  store = await openTestStore();
  const { db } = store;
  service = createQuotaService({ db, clock });
  const teamOf: Readonly<Record<string, string | null>> = {
    1: '10',
    2: '10',
    3: '10',
    4: '10',
    5: '11',
    6: null,
  };
  await directoryOf(db, portalId).saveTeams(['10', '11'].map((id) => ({ id, name: id, parentId: null })));
  await directoryOf(db, portalId).saveOwners(
    Object.entries(teamOf).map(([id, teamId]) => ({
      id,
      userId: null,
      email: '',
      name: id,
      archived: id === '6',
      teamId,
    })),
  );
  await quotasOf(db, portalId).saveQuotas(['1', '2', '3', '4'].map((id) => quota(id)));
  await quotasOf(db, portalId).saveQuotas([quota('4', { pipelineIds: ['renewals'], source: 'imported' })]);
  // Owner 5 won in each of the four quarters before; 6 has left.
  const won = ['2025-11', '2026-02', '2026-05', '2026-08'].flatMap((month, index) =>
    ['5', '6'].map((ownerId) =>
      creditedDeal({
        ...wonFacts,
        id: `${ownerId}${index}`,
        ownerId,
        homeMinor: (index + 1) * 1_000_00,
        closeAt: new Date(`${month}-10T09:00:00Z`),
      }),
    ),
  );
  await applyingTo(db, portalId).apply([
    ...won,
    creditedDeal({ ...wonFacts, id: '10', ownerId: '1', homeMinor: 5_000_00 }),
  ]);
});
afterAll(async () => {
  await store.close();
});

const examples = async () =>
  (await quotasOf(store.db, portalId).listQuotas(['2026-Q4', '2027-Q1'])).filter(
    ({ source }) => source === 'example',
  );

test('whoever sells and has no quota is proposed their trailing median, marked as an example', async () => {
  await service.proposeQuotas(portal('team'));
  // 1,000 2,000 3,000 4,000: 2,500 in the middle, now and for the quarter to come.
  expect(await examples()).toEqual(
    ['2026-Q4', '2027-Q1'].map((periodKey) =>
      quota('5', { periodKey, source: 'example', amountMinor: 2_500_00 }),
    ),
  );
  await service.proposeQuotas(portal('team'));
  expect(await examples()).toHaveLength(2);
});

test('the proposal goes when somebody states a quota', async () => {
  await quotasOf(store.db, portalId).saveQuotas([quota('5', { source: 'goal' })]);
  await service.proposeQuotas(portal('team'));
  expect((await examples()).map(({ periodKey }) => periodKey)).toEqual(['2027-Q1']);
});

test("planning knows an owner's standing, and none where there is nothing to measure", async () => {
  const planning = await service.openPlanning(portal('everyone'));
  expect(planning.period.key).toBe('2026-Q4');
  const standing = planning.standingOfOwner({ ownerId: '1', pipelineId: 'default' });
  expect(standing).toMatchObject({ credited: { minor: 5_000_00 }, quota: { minor: 10_000_00 } });
  expect(planning.standingOfOwner({ ownerId: '6', pipelineId: 'default' })).toBeNull();
  expect(planning.standingOfOwner({ ownerId: null, pipelineId: 'default' })).toBeNull();
  expect(planning.standingOfOwner({ ownerId: '404', pipelineId: 'default' })).toBeNull();
  expect(planning.publishedTeam('1')).toBeNull();
});

test('at level team the published team of an owner is known, and nothing of smaller ones', async () => {
  const planning = await service.openPlanning(portal('team'));
  expect(planning.publishedTeam('1')?.standing.quota.minor).toBe(40_000_00);
  expect(planning.publishedTeam('5')).toBeNull();
  expect(planning.publishedTeam(null)).toBeNull();
});

test('a change touches the owners themselves, at level team everybody in any team', async () => {
  for (const level of ['everyone', 'cards'] as const) {
    expect(await service.listAffected(portal(level), ['6', ''])).toEqual(['6', '']);
  }
  expect(await service.listAffected(portal('team'), ['6', ''])).toEqual(['6', '', '1', '2', '3', '4', '5']);
});

test('a person is measured alone as among everybody', async () => {
  const { people, standings, period } = await service.measureEverybody(portal('everyone'));
  expect(people).toHaveLength(6);
  for (const person of people) {
    expect(await service.measure(portal('everyone'), person, period)).toEqual(standings.get(person.ownerId));
  }
});
