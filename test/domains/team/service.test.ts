import { describeOverview } from '../../../src/commands/describe-overview.ts';
import { createTeamService } from '../../../src/domains/team/index.ts';
import { toPercentText } from '../../../src/kernel/ratio.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { pullPortal } from '../../../src/sync/index.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';

let store: OpenDatabase;
let open: OpenSync;

beforeAll(async () => {
  store = await openTestStore();
  open = await openSync(store.db);
  await pullPortal(await open.sync());
});
afterAll(async () => {
  await open.stop();
  await store.close();
});

test('the company equals the sum of its people, and each team that of the people in and below it', async () => {
  const sync = await open.sync();
  const overview = await createTeamService(sync).readOverview(sync.portal);
  const [company, ...teams] = overview.groups;
  const { standings } = await sync.quota.measureEverybody(sync.portal);
  const everybody = [...standings.values()].reduce((sum, each) => sum + each.attainment.credited.minor, 0);
  expect(company?.depth).toBe(0);
  expect(company?.rollUp.credited.minor).toBe(everybody);
  expect(everybody).toBeGreaterThan(0);
  expect(teams.length).toBeGreaterThan(0);
  for (const { members, rollUp } of teams) {
    const own = members.reduce((sum, { standing }) => sum + standing.attainment.credited.minor, 0);
    expect(rollUp.credited.minor).toBeGreaterThanOrEqual(own);
  }
});

test('won, open and forecast add up, and closed won is what was credited', async () => {
  const sync = await open.sync();
  const { categories, groups } = await createTeamService(sync).readOverview(sync.portal);
  const [everybody] = groups;
  if (!everybody) throw new Error('everybody together is a group');
  const { forecast } = everybody.outlook;
  expect(forecast.total.minor).toBe(forecast.won.minor + forecast.open.minor);
  expect(forecast.won).toEqual(everybody.rollUp.credited);
  expect(categories.find(({ category }) => category.value === 'CLOSED')?.single.amount).toEqual(forecast.won);
});

test('the terminal shows every team and person with their share', async () => {
  const sync = await open.sync();
  const overview = await createTeamService(sync).readOverview(sync.portal);
  const text = describeOverview(overview);
  for (const { name, members } of overview.groups) {
    expect(text).toContain(name);
    for (const member of members) expect(text).toContain(member.name);
  }
  const [company] = overview.groups;
  expect(company?.rollUp.standing.ok).toBe(true);
  if (company?.rollUp.standing.ok) {
    expect(text).toContain(toPercentText(company.rollUp.standing.value.attainment));
  }
  expect(text).toMatch(/Forecast .* = won .* \+ open/);
});
