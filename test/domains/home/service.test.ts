import { dealsBehindView, definitionsView, homeTeamView } from '../../../src/contract/index.ts';
import { createHomeService, type HomeService } from '../../../src/domains/home/index.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { createTeamService } from '../../../src/domains/team/index.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { pullPortal, type PortalSync } from '../../../src/sync/index.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { people } from '../../support/small-company.ts';

let store: OpenDatabase;
let open: OpenSync;
let sync: PortalSync;
let home: HomeService;

beforeAll(async () => {
  store = await openTestStore();
  open = await openSync(store.db);
  await pullPortal(await open.sync());
  sync = await open.sync();
  const reports = (ownerId: string, teamId: string, managerId: string) => ({
    ownerId,
    teamId,
    managerId,
    startsOn: null,
    endsOn: null,
    rampMonths: 0,
  });
  await quotasOf(store.db, sync.portal.id).savePeople([
    reports(people.ana.ownerId, '11', people.maria.ownerId),
    reports(people.ben.ownerId, '11', people.maria.ownerId),
  ]);
  home = createHomeService({ ...sync, team: createTeamService(sync) });
});
afterAll(async () => {
  await open.stop();
  await store.close();
});

type Name = keyof typeof people;
const caller = (name: Name) => ({
  portal: sync.portal,
  userId: String(people[name].userId),
  isOps: name === 'olga',
});
async function teamOf(name: Name) {
  const answer = await home.team(caller(name));
  if (!answer.ok) throw new Error(answer.failure.message);
  return homeTeamView.parse(answer.value);
}
async function behind(name: Name, subject: string, figure: 'won' | 'forecast' | 'coverage' | 'leftOut') {
  const answer = await home.dealsBehind(caller(name), { subject, figure });
  return answer.ok ? dealsBehindView.parse(answer.value) : answer.failure;
}
const amountOf = (text: string) => Number(text.replace(/[^\d.-]/g, ''));

test('ops see everybody, each team with its people, and the spread', async () => {
  const view = await teamOf('olga');
  expect(view).toMatchObject({ periodLabel: 'Q4 2026', whose: 'Everybody' });
  expect(view.rows.map(({ depth, name }) => `${' '.repeat(depth)}${name}`)).toEqual([
    'Everybody',
    ' All sales',
    '  Maria Ruiz',
    '  North',
    '   Ana Ruiz',
    '   Ben Ruiz',
    '   Cleo Ruiz',
    '   Dan Ruiz',
    '  South',
    '   Eva Ruiz',
    ' Olga Ruiz',
  ]);
  expect(view.rows.find(({ name }) => name === 'Ana Ruiz')).toMatchObject({
    subject: '201',
    kind: 'person',
    attainment: { value: 0.71, text: '71 %' },
    won: '213,000',
    quota: '300,000',
  });
  expect(view.participation).toBe('0 of 5 at quota');
  expect(view.bands.reduce((sum, { people: count }) => sum + count, 0)).toBe(5);
});

test('a manager sees themselves and those below; a team of which they see a part says so', async () => {
  const view = await teamOf('maria');
  expect(view.whose).toBe('You and the 2 people below you');
  const names = view.rows.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['Ana Ruiz', 'Ben Ruiz', 'Maria Ruiz', 'North']));
  expect(names).not.toEqual(expect.arrayContaining(['Cleo Ruiz']));
  expect(names).not.toEqual(expect.arrayContaining(['Eva Ruiz']));
  expect(names).not.toContain('South');
  expect(view.rows.find(({ name }) => name === 'North')?.remarks).toContain(
    'Without 2 people who do not report to you',
  );
});

test('a rep sees one row, their own', async () => {
  const view = await teamOf('cleo');
  expect(view.whose).toBe('You');
  expect(view.rows.map(({ name, depth }) => [name, depth])).toEqual([['Cleo Ruiz', 0]]);
  expect([view.participation, view.spread, view.bands]).toEqual([null, null, []]);
});

test('the deals behind a figure sum to it, in every row', async () => {
  for (const name of ['olga', 'maria', 'ana'] as const) {
    const { rows } = await teamOf(name);
    for (const row of rows) {
      for (const figure of ['won', 'forecast'] as const) {
        const list = await behind(name, row.subject, figure);
        if (!('deals' in list)) throw new Error(list.message);
        expect([row.name, figure, list.total]).toEqual([row.name, figure, `${row[figure]} EUR`]);
        const sum = list.deals.reduce((total, { counts }) => total + amountOf(counts ?? '0'), 0);
        expect(sum).toBeCloseTo(amountOf(row[figure]), 2);
      }
    }
  }
});

test('what is left out is listed with the reason', async () => {
  const list = await behind('olga', 'everybody', 'leftOut');
  expect('deals' in list && list.deals).toContainEqual(
    expect.objectContaining({
      id: '7006',
      counts: null,
      remark: 'Open, without an amount: give it one to count it',
    }),
  );
});

test.each([
  ['ana', people.ben.ownerId],
  ['ana', 'team 12'],
  ['maria', people.eva.ownerId],
  ['maria', 'team 12'],
  ['maria', '999'],
] as const)('%s asks for %s in vain', async (name, subject) => {
  expect(await behind(name, subject, 'won')).toEqual({
    code: 'not_found',
    message: 'There is no such row.',
    field: 'subject',
  });
});

test('a user who owns nothing and manages nobody is told so', async () => {
  const answer = await home.team({ portal: sync.portal, userId: '4711', isOps: false });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'forbidden' } });
});

test('a portal that is not read yet says so', async () => {
  const answer = await home.team({ ...caller('olga'), portal: { ...sync.portal, readyAt: null } });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'not_ready' } });
});

test('each definition has a formula and a scope, and says what is missing here', async () => {
  const answer = await home.definitions(caller('olga'));
  if (!answer.ok) throw new Error(answer.failure.message);
  const { definitions } = definitionsView.parse(answer.value);
  expect(new Set(definitions.map(({ id }) => id)).size).toBe(definitions.length);
  expect(definitions.map(({ id }) => id)).toEqual(
    expect.arrayContaining([
      'attainment',
      'pace',
      'needed',
      'participation',
      'spread',
      'mismatch',
      'forecast',
    ]),
  );
  for (const { formula, scope } of definitions) expect(formula.length + scope.length).toBeGreaterThan(30);
  expect(definitions.find(({ id }) => id === 'forecast')?.leftOut).toEqual(
    expect.arrayContaining(['1 open deal has no amount', '1 open deal has no owner']),
  );
});
