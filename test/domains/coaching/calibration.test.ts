import { sql } from 'kysely';
import type { startCalibrationRequest } from '../../../src/contract/index.ts';
import { calibrationView, type ScoredLevels } from '../../../src/contract/index.ts';
import { heldCoachingOf, rubricsOf, starterRubric } from '../../../src/domains/coaching/index.ts';
import { people } from '../../support/small-company.ts';
import { openCoaching, type Name, type OpenCoaching } from './open-coaching.ts';

let open: OpenCoaching;
let rubricId: string;

beforeAll(async () => {
  open = await openCoaching();
});
afterAll(() => open.stop());
//   eva ─ maria ─ ana     eva ─ cleo ─ dan     eva ─ ben     olga is ops and manages nobody
beforeEach(async () => {
  await open.empty('rubric', 'rubric_version', 'coaching_calibration', 'coaching_calibration_scoring');
  await open.report({ ana: 'maria', dan: 'cleo', maria: 'eva', cleo: 'eva', ben: 'eva' });
  const begun = await rubricsOf(open.store.db, open.sync.portal.id).begin(starterRubric, new Date());
  rubricId = begun?.rubricId ?? '';
});

const ids = (...names: Name[]) => names.map((name) => people[name].ownerId);
const start = (name: Name, change: Partial<ReturnType<typeof startCalibrationRequest.parse>> = {}) =>
  open.service.calibration.start(open.caller(name), {
    dealId: '7001',
    rubricId,
    managerIds: ids('maria', 'cleo'),
    ...change,
  });
const said = (...given: number[]): ScoredLevels =>
  given.map((level, index) => ({ skillId: starterRubric.skills[index]?.id ?? '', level }));
const score = (name: Name, calibrationId: string, levels: ScoredLevels) =>
  open.service.calibration.score(open.caller(name), { calibrationId, levels });
async function read(name: Name) {
  const answer = await open.service.calibration.read(open.caller(name));
  if (!answer.ok) throw new Error(answer.failure.message);
  return calibrationView.parse(answer.value);
}
const idOf = async (name: Name) => (await read(name)).calibrations[0]?.id ?? '';

test('each scores without seeing the other, and then both see both; the director sees no level', async () => {
  expect(await start('eva')).toMatchObject({ ok: true });
  // The same again, because its answer got lost.
  expect(await start('eva')).toMatchObject({ ok: true });
  expect((await read('eva')).calibrations).toMatchObject([
    {
      dealId: '7001',
      dealName: 'Deal 7001',
      summary: expect.stringMatching(/^Ana Ruiz's deal · Selling skills · started .* by you$/),
      progress: '0 of 2 have scored; still to score: Cleo Ruiz, Maria Ruiz, until 24 Feb 2027',
      mayScore: false,
      scores: null,
    },
  ]);
  const id = await idOf('maria');
  expect(await score('maria', id, said(2, 3, 2, 2, 3, 2))).toMatchObject({ ok: true });
  expect(await score('maria', id, said(2, 3, 2, 2, 3, 2))).toMatchObject({ ok: true });
  expect((await read('maria')).calibrations[0]?.scores?.by).toEqual(['You']);
  expect((await read('cleo')).calibrations[0]).toMatchObject({ mayScore: true, scores: null });
  await score('cleo', id, said(3, 3, 2, 1));
  expect((await read('cleo')).calibrations[0]?.scores).toMatchObject({
    by: ['You', 'Maria Ruiz'],
    skills: [
      { name: 'Discovery', levels: [3, 2] },
      { name: 'Qualification', levels: [3, 3] },
      { name: 'Negotiation', levels: [2, 2] },
      { name: 'Closing', levels: [1, 2] },
      { name: 'Empathy', levels: [null, 3] },
      { name: 'Communication', levels: [null, 2] },
    ],
  });
  expect(await score('maria', id, said(4))).toMatchObject({
    failure: { code: 'conflict', field: 'calibrationId' },
  });
  expect((await read('eva')).calibrations[0]).toMatchObject({ scores: null, progress: '2 of 2 have scored' });
  const basis = 'Not enough yet: 4 of 20 pairs of levels, from 1 of 5 deals';
  for (const name of ['eva', 'maria', 'cleo'] as const)
    expect((await read(name)).agreements).toMatchObject([{ kappa: null, basis }]);
  for (const name of ['ana', 'ben', 'olga'] as const)
    expect(await read(name)).toMatchObject({ calibrations: [], agreements: [], managers: [] });
});

test('kappa comes with its interval and what it rests on, from five deals and twenty pairs on', async () => {
  const deals = ['7001', '7002', '7003', '7007', '7004'];
  const given: [number[], number[]][] = [
    [
      [1, 2, 3, 4, 2, 3],
      [1, 2, 3, 4, 2, 2],
    ],
    [
      [2, 2, 3, 1, 4, 3],
      [2, 3, 3, 1, 4, 3],
    ],
    [
      [4, 3, 3, 2, 1, 1],
      [4, 3, 2, 2, 1, 1],
    ],
    [
      [1, 1, 2, 2, 3, 4],
      [2, 1, 2, 2, 3, 4],
    ],
    [
      [3, 4, 4, 2, 2, 1],
      [3, 4, 4, 2, 1, 1],
    ],
  ];
  for (const [index, dealId] of deals.entries()) {
    expect(await start('eva', { dealId })).toMatchObject({ ok: true });
    const id = (await read('eva')).calibrations.find((each) => each.dealId === dealId)?.id ?? '';
    await score('maria', id, said(...(given[index]?.[0] ?? [])));
    await score('cleo', id, said(...(given[index]?.[1] ?? [])));
  }
  expect((await read('eva')).agreements).toEqual([
    {
      who: 'Cleo Ruiz and Maria Ruiz',
      rubricName: 'Selling skills',
      kappa: expect.stringMatching(/^0\.9\d \(95 %: 0\.\d\d to 0\.\d\d\)$/),
      basis: '30 pairs of levels from 5 deals',
    },
  ]);
});

test.each<[string, Name, Parameters<typeof start>[1], string, string]>([
  ['a rep, who has no managers', 'ana', {}, 'not_found', 'managerIds.0'],
  ['ops, who manage nobody', 'olga', {}, 'not_found', 'managerIds.0'],
  ['a manager, of their peer', 'maria', {}, 'not_found', 'managerIds.0'],
  [
    'with somebody who manages nobody',
    'eva',
    { managerIds: ids('maria', 'ben') },
    'not_found',
    'managerIds.1',
  ],
  ['on a deal of nobody of theirs', 'eva', { dealId: '7009' }, 'not_found', 'dealId'],
  ['on their own deal', 'eva', { dealId: '7008' }, 'not_found', 'dealId'],
  ['on a deal that is not there', 'eva', { dealId: '9999' }, 'not_found', 'dealId'],
  ['by a rubric that is not there', 'eva', { rubricId: '9999' }, 'not_found', 'rubricId'],
  ['with one manager twice', 'eva', { managerIds: ids('maria', 'maria') }, 'bad_request', 'managerIds'],
  ['on a deal of one who scores', 'eva', { dealId: '7010' }, 'bad_request', 'managerIds'],
])('a calibration is not started by %s', async (_what, name, change, code, field) => {
  expect(await start(name, change)).toMatchObject({ ok: false, failure: { code, field } });
  expect((await read('eva')).calibrations).toEqual([]);
});

test('the same deal twice says nothing new; a level that the rubric has not is refused; nobody else may score', async () => {
  await start('eva');
  await open.report({ olga: 'ben' });
  expect(await start('eva', { managerIds: ids('maria', 'ben') })).toMatchObject({
    failure: { code: 'bad_request', field: 'dealId' },
  });
  const id = await idOf('maria');
  expect(await score('maria', id, said(5))).toMatchObject({
    failure: { field: 'levels.0.level', message: 'Discovery has levels 1 to 4. Choose one of them.' },
  });
  expect(await score('maria', id, [{ skillId: 'charm', level: 1 }])).toMatchObject({
    failure: { field: 'levels.0.skillId' },
  });
  for (const name of ['eva', 'ana', 'ben', 'olga'] as const)
    expect(await score(name, id, said(2))).toMatchObject({
      failure: { code: 'not_found', field: 'calibrationId' },
    });
  expect(await score('maria', '999', said(2))).toMatchObject({ failure: { code: 'not_found' } });
  await open.report({ olga: null });
});

test('levels are sealed, a person takes their own along, and erasing takes them away', async () => {
  await start('eva');
  const id = await idOf('maria');
  await score('maria', id, said(2, 3));
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(s)::text as row from coaching_calibration_scoring s`.execute(open.store.db);
  expect(JSON.stringify(rows)).not.toMatch(/skillId|discovery/);
  const { id: portalId } = open.sync.portal;
  const own = async (name: Name) =>
    (await open.service.copies.readOwn(portalId, people[name].ownerId)).calibrations.map(
      ({ scores }) => scores,
    );
  const levels = [
    { skill: 'Discovery', level: 2, of: 4, says: starterRubric.skills[0]?.anchors[1] },
    { skill: 'Qualification', level: 3, of: 4, says: starterRubric.skills[1]?.anchors[2] },
  ];
  expect(await own('maria')).toEqual([[{ by: 'Maria Ruiz', levels }]]);
  expect(await own('eva')).toEqual([[]]);
  expect(await own('ana')).toEqual([]);
  const held = heldCoachingOf(open.store.db, portalId);
  expect((await held.list(people.ana.ownerId))['coachingCalibrations']).toMatchObject([{ deal_id: '7001' }]);
  expect((await held.list(people.maria.ownerId))['coachingCalibrationScorings']).toMatchObject([
    { calibration_id: id },
  ]);
  await held.erase(people.maria.ownerId);
  expect((await read('eva')).calibrations[0]?.progress).toBe(
    '0 of 1 have scored; still to score: Cleo Ruiz, until 24 Feb 2027',
  );
  await held.erase(people.ana.ownerId);
  expect((await read('eva')).calibrations).toEqual([]);
});

test('a director who is erased takes along what nobody scored, and leaves to managers what they did', async () => {
  await start('eva');
  const id = await idOf('maria');
  const erase = () => heldCoachingOf(open.store.db, open.sync.portal.id).erase(people.eva.ownerId);
  await score('maria', id, said(2, 3));
  await erase();
  expect((await read('maria')).calibrations).toMatchObject([{ id, scores: { by: ['You'] } }]);
  await open.store.db
    .updateTable('coaching_calibration_scoring')
    .set({ sealed_levels: null, scored_at: null })
    .execute();
  await erase();
  expect((await read('maria')).calibrations).toEqual([]);
  expect((await read('cleo')).calibrations).toEqual([]);
  const left = await open.store.db.selectFrom('coaching_calibration_scoring').selectAll().execute();
  expect(left).toEqual([]);
});

test('who cannot start one is told what to do', async () => {
  expect((await read('ana')).whyNotStart).toBe(
    'Two managers or more who report to you can be calibrated. Ops can set who reports to whom.',
  );
  expect(await read('eva')).toMatchObject({
    whyNotStart: null,
    managers: [{ name: 'Cleo Ruiz' }, { name: 'Maria Ruiz' }],
    rubrics: [{ name: 'Selling skills' }],
  });
  await open.empty('rubric');
  expect((await read('eva')).whyNotStart).toBe(
    'There is no rubric yet. Ops can publish one in the settings, under Coaching.',
  );
});
