import { auditOf } from '../../../src/access/index.ts';
import { publishRubricRequest, rubricsView, type TypedRubric } from '../../../src/contract/index.ts';
import { rubricsOf, starterRubric } from '../../../src/domains/coaching/index.ts';
import {
  createCoachingSettings,
  type CoachingSettings,
} from '../../../src/domains/settings/coaching/service.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { openCoaching, type OpenCoaching } from '../coaching/open-coaching.ts';

let open: OpenCoaching;
let settings: CoachingSettings;

beforeAll(async () => {
  open = await openCoaching();
  settings = createCoachingSettings({ db: open.store.db, realClock: systemClock });
});
afterAll(() => open.stop());
beforeEach(() => open.empty('rubric', 'rubric_version', 'audit_entry'));

type Given = { rubricId?: string | null; version?: number; rubric?: Partial<TypedRubric> };
const starter = (): TypedRubric => JSON.parse(JSON.stringify(starterRubric)) as TypedRubric;
const send = ({ rubricId = null, version = 0, rubric = {} }: Given = {}) =>
  settings.publishRubric(
    open.caller('olga'),
    publishRubricRequest.parse({ rubricId, version, rubric: { ...starter(), ...rubric } }),
  );
async function publish(given: Given = {}) {
  const answer = await send(given);
  if (!answer.ok) throw new Error(`${answer.failure.field}: ${answer.failure.message}`);
  return rubricsView.parse(answer.value);
}
async function read() {
  const answer = await settings.readRubrics(open.caller('olga'));
  if (!answer.ok) throw new Error(answer.failure.message);
  return rubricsView.parse(answer.value);
}
const withSkill = (index: number, part: Partial<TypedRubric['skills'][number]>): Partial<TypedRubric> => ({
  skills: starter().skills.map((skill, place) => (place === index ? { ...skill, ...part } : skill)),
});

test('the starter rubric is offered where there is none for everybody, and is as one would publish it', async () => {
  const { rubrics, starter: offered, scopes } = await read();
  expect(rubrics).toEqual([]);
  expect(scopes.map(({ label }) => label)).toEqual([
    'Everybody',
    'Team All sales',
    'Team North',
    'Team South',
    'Deals in Proposal (Sales Pipeline)',
    'Deals in Negotiation (Sales Pipeline)',
  ]);
  const view = await publish(offered === null ? {} : { rubric: offered });
  expect(view).toMatchObject({
    starter: null,
    rubrics: [{ version: 1, name: 'Selling skills', scopeLabel: 'Everybody', skills: starterRubric.skills }],
  });
  expect(view.rubrics[0]?.publishedLabel).toMatch(/^Version 1, published /);
});

test('an edit is a new version; the old one stays as it was published', async () => {
  const [first] = (await publish()).rubrics;
  const rubricId = first?.rubricId ?? '';
  const { rubrics } = await publish({ rubricId, version: 1, rubric: withSkill(0, { name: 'Finding out' }) });
  expect(rubrics).toMatchObject([{ rubricId, version: 2 }]);
  expect(rubrics[0]?.skills[0]).toMatchObject({ id: 'discovery', name: 'Finding out' });
  const versions = rubricsOf(open.store.db, open.sync.portal.id);
  const [before] = await versions.listVersions([{ rubricId, version: 1 }]);
  expect(before?.rubric.skills).toEqual(starterRubric.skills);
  // The same again is no third version; another on top of what is gone is told.
  await publish({ rubricId, version: 1, rubric: withSkill(0, { name: 'Finding out' }) });
  expect((await read()).rubrics[0]?.version).toBe(2);
  expect(await send({ rubricId, version: 1, rubric: { name: 'Mine' } })).toMatchObject({
    failure: { code: 'conflict', field: 'version' },
  });
  const entries = await auditOf(open.store.db, open.sync.portal.id).listBefore(null, 10);
  expect(entries.map(({ action, details }) => [action, details])).toEqual([
    ['publish rubric', { rubricId, version: 2 }],
    ['publish rubric', { rubricId, version: 1 }],
  ]);
});

test('a skill that was taken out never lends its id to another', async () => {
  const [first] = (await publish()).rubrics;
  const rubricId = first?.rubricId ?? '';
  const skills = starter().skills.filter(({ id }) => id !== 'closing');
  const heavier = skills.map((skill, index) => (index === 0 ? { ...skill, weight: 40 } : skill));
  await publish({ rubricId, version: 1, rubric: { skills: heavier } });
  const anew = { ...starter().skills.find(({ id }) => id === 'closing')!, id: null };
  const { rubrics } = await publish({ rubricId, version: 2, rubric: { skills: [...skills, anew] } });
  expect(rubrics[0]?.skills.at(-1)).toMatchObject({ id: 'closing-2', name: 'Closing' });
});

test.each<[string, () => Given, string, string, string]>([
  [
    'weights of 99',
    () => ({ rubric: withSkill(0, { weight: 24 }) }),
    'bad_request',
    'rubric.skills',
    'The weights add up to 99, not 100. Add 1.',
  ],
  [
    'a weight of a half',
    () => ({ rubric: withSkill(1, { weight: 0.5 }) }),
    'bad_request',
    'rubric.skills.1.weight',
    'Give the skill a weight from 1 to 100, in whole percent.',
  ],
  [
    'an anchor that is missing',
    () => ({ rubric: withSkill(2, { anchors: ['Asks why first, then asks again', '', 'c', 'd'] }) }),
    'bad_request',
    'rubric.skills.2.anchors.1',
    'Say what one sees or hears at level 2.',
  ],
  ['no name', () => ({ rubric: { name: '  ' } }), 'bad_request', 'rubric.name', 'Give the rubric a name.'],
  [
    'a rubric that is not there',
    () => ({ rubricId: '999', version: 1 }),
    'not_found',
    'rubricId',
    'There is no such rubric in use.',
  ],
  [
    'a team that is not there',
    () => ({ rubric: { scope: { kind: 'team', teamId: '99' } } }),
    'bad_request',
    'rubric.scope',
    'There is no such team, or no such stage with open deals. Choose another.',
  ],
  [
    'a stage in which deals are closed',
    () => ({ rubric: { scope: { kind: 'stage', stageId: 'won' } } }),
    'bad_request',
    'rubric.scope',
    'There is no such team, or no such stage with open deals. Choose another.',
  ],
])('%s is refused with its field and what to do', async (_what, given, code, field, message) => {
  expect(await send(given())).toEqual({ ok: false, failure: { code, field, message } });
  expect((await read()).rubrics).toEqual([]);
});

test('there is one rubric for the same people or stage, and a skill of another is not taken for its own', async () => {
  const [first] = (await publish()).rubrics;
  expect(await send({ rubric: { name: 'Second' } })).toMatchObject({
    failure: {
      field: 'rubric.scope',
      message: '“Selling skills” is for the same people or stage. Change that one, or choose others.',
    },
  });
  const scope = { kind: 'stage', stageId: 'proposal' } as const;
  expect((await publish({ rubric: { name: 'Proposals', scope } })).rubrics).toHaveLength(2);
  expect(
    await send({ rubricId: first?.rubricId ?? '', version: 1, rubric: withSkill(0, { id: 'charm' }) }),
  ).toMatchObject({ failure: { field: 'rubric.skills.0.id' } });
});

test('a rubric out of use is gone from the list; withdrawing again changes nothing, an older version is told', async () => {
  const [first] = (await publish()).rubrics;
  const rubricId = first?.rubricId ?? '';
  await publish({ rubricId, version: 1, rubric: { name: 'Anew' } });
  const withdraw = (version: number, id = rubricId) =>
    settings.withdrawRubric(open.caller('olga'), { rubricId: id, version });
  expect(await withdraw(1)).toMatchObject({ failure: { code: 'conflict', field: 'version' } });
  expect(await withdraw(1, '999')).toMatchObject({ failure: { code: 'not_found', field: 'rubricId' } });
  for (let time = 0; time < 2; time += 1)
    expect(await withdraw(2)).toMatchObject({ ok: true, value: { rubrics: [] } });
  const entries = await auditOf(open.store.db, open.sync.portal.id).listBefore(null, 10);
  expect(entries.filter(({ action }) => action === 'withdraw rubric')).toHaveLength(1);
  // Its place is free for another.
  expect((await publish({ rubric: { name: 'Second' } })).rubrics).toMatchObject([{ name: 'Second' }]);
});
