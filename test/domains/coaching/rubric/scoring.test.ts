import { sql } from 'kysely';
import { auditOf } from '../../../../src/access/index.ts';
import {
  coachingCardRequest,
  coachingCardView,
  saveNoteRequest,
  type NoteContent,
  type SaveNoteRequest,
  type ScoredLevels,
} from '../../../../src/contract/index.ts';
import { heldCoachingOf, rubricsOf, starterRubric } from '../../../../src/domains/coaching/index.ts';
import type { RubricScope } from '../../../../src/domains/coaching/rubric/types.ts';
import { people } from '../../../support/small-company.ts';
import { granted, openCoaching, type Name, type OpenCoaching } from '../open-coaching.ts';

let open: OpenCoaching;
let ref: { rubricId: string; version: number };

beforeAll(async () => {
  open = await openCoaching();
});
afterAll(() => open.stop());
//   eva ─ maria ─ ana, ben      eva ─ cleo ─ dan      olga is ops and manages nobody
beforeEach(async () => {
  await open.empty('coaching_note', 'coaching_addendum', 'coaching_action', 'coaching_access');
  await open.empty('rubric', 'rubric_version', 'coaching_calibration', 'coaching_calibration_scoring');
  await open.empty('audit_entry');
  await open.report({ ana: 'maria', ben: 'maria', dan: 'cleo', maria: 'eva', cleo: 'eva' });
  open.setNow('2026-11-24T10:00:00Z');
  ref = await publish('Selling skills');
});

const at = new Date('2026-11-01T10:00:00Z');
const rubrics = () => rubricsOf(open.store.db, open.sync.portal.id);
async function publish(name: string, scope: RubricScope = { kind: 'everyone' }) {
  const begun = await rubrics().begin({ ...starterRubric, name, scope }, at);
  if (!begun) throw new Error('there is such a rubric already');
  return begun;
}
const levels = (said: Record<string, number>): ScoredLevels =>
  Object.entries(said).map(([skillId, level]) => ({ skillId, level }));
const scored = (said: Record<string, number>, by = ref): NoteContent => ({
  topic: 'skill',
  text: { form: 'free', text: 'What I saw' },
  promises: [],
  scoring: { ...by, levels: levels(said) },
});
async function save(
  name: Name,
  content: NoteContent,
  { rep = 'ana', ...change }: Partial<SaveNoteRequest> & { rep?: Name } = {},
) {
  const request = saveNoteRequest.parse({
    recordType: 'deal',
    recordId: '7001',
    ownerId: people[rep].ownerId,
    noteId: null,
    version: 0,
    content,
    state: 'shared',
    ...change,
  });
  return open.service.notes.save(open.caller(name), request);
}
async function saved(...given: Parameters<typeof save>) {
  const answer = await save(...given);
  if (!answer.ok) throw new Error(`${answer.failure.field}: ${answer.failure.message}`);
  return answer.value;
}
async function card(name: Name, recordId = '7001') {
  const answer = await open.service.card.read(
    open.caller(name),
    coachingCardRequest.parse({ recordType: 'deal', recordId }),
  );
  if (!answer.ok) throw new Error(answer.failure.message);
  return coachingCardView.parse(answer.value);
}
const scoreSelf = (name: Name, noteId: string, said: Record<string, number>, version = 1) =>
  open.service.rubrics.scoreSelf(open.caller(name), { noteId, version, levels: levels(said) });
const anchor = (id: string, level: number) =>
  starterRubric.skills.find((skill) => skill.id === id)?.anchors[level - 1] ?? '';

test('what a manager scored stands in the shared note, for author and rep and nobody else', async () => {
  const { noteId } = await saved('maria', scored({ discovery: 2, closing: 4 }));
  const expected = {
    rubricName: 'Selling skills',
    skills: [
      { name: 'Discovery', manager: { level: 2, anchor: anchor('discovery', 2) }, self: null, gap: null },
      { name: 'Closing', manager: { level: 4, anchor: anchor('closing', 4) }, self: null, gap: null },
    ],
    managerTotal: '2.8 of 4, over 2 of 6 skills',
    selfTotal: null,
    gap: null,
  };
  expect((await card('maria')).notes[0]?.scores).toMatchObject({ ...expected, mayScoreSelf: false });
  expect((await card('ana')).notes[0]?.scores).toMatchObject({ ...expected, mayScoreSelf: true });
  for (const name of ['ben', 'eva', 'olga', 'cleo'] as const) {
    const view = await card(name);
    expect([name, view.notes, view.skills]).toEqual([name, [], []]);
    expect(await scoreSelf(name, noteId, { discovery: 3 })).toMatchObject({
      failure: { code: 'not_found', field: 'noteId' },
    });
  }
  expect(await scoreSelf('ana', '999', { discovery: 3 })).toMatchObject({
    failure: { code: 'not_found', field: 'noteId' },
  });
});

test('the rep scores themselves beside the manager, once, and the note stands from then on', async () => {
  const { noteId, version } = await saved('maria', scored({ discovery: 2, closing: 4 }));
  expect(await scoreSelf('ana', noteId, { discovery: 3, closing: 4, empathy: 1 })).toMatchObject({
    ok: true,
  });
  // The same again, because its answer got lost.
  expect(await scoreSelf('ana', noteId, { discovery: 3, closing: 4, empathy: 1 })).toMatchObject({
    ok: true,
  });
  expect(await scoreSelf('ana', noteId, { discovery: 4 })).toMatchObject({
    failure: { code: 'conflict', field: 'noteId' },
  });
  const scores = (await card('maria')).notes[0]?.scores;
  expect(scores?.skills.map(({ name, gap }) => [name, gap])).toEqual([
    ['Discovery', '1 higher'],
    ['Closing', 'the same'],
    ['Empathy', null],
  ]);
  expect(scores).toMatchObject({
    selfTotal: '2.9 of 4, over 3 of 6 skills',
    gap: 'Ana Ruiz puts themselves 0.6 levels higher than you do, over 2 skills that both scored.',
    mayScoreSelf: false,
  });
  expect((await card('ana')).notes[0]?.scores?.gap).toBe(
    'You put yourself 0.6 levels higher than Maria Ruiz does, over 2 skills that both scored.',
  );
  expect(await save('maria', scored({ discovery: 3 }), { noteId, version })).toMatchObject({
    failure: { code: 'conflict', field: 'noteId' },
  });
  expect((await card('maria')).notes[0]).toMatchObject({
    mayEdit: false,
    mayAdd: true,
    summary: 'Skill coaching · shared with Ana Ruiz · Ana Ruiz has scored themselves',
  });
  const entries = await auditOf(open.store.db, open.sync.portal.id).listBefore(null, 10);
  expect(entries.map(({ action }) => action)).toEqual(['score oneself', 'share coaching note']);
  expect(JSON.stringify(entries)).not.toContain('level');
});

test('nobody scores themselves beside levels or a rubric that they have not read', async () => {
  const { noteId, version } = await saved('maria', scored({ discovery: 2 }));
  await saved('maria', scored({ discovery: 4 }), { noteId, version });
  const changed = { failure: { code: 'conflict', field: 'version' } };
  expect(await scoreSelf('ana', noteId, { discovery: 3 }, 1)).toMatchObject(changed);
  await saved(
    'maria',
    scored({ discovery: 4 }, await publish('Closing', { kind: 'stage', stageId: 'won' })),
    {
      noteId,
      version: 2,
    },
  );
  expect(await scoreSelf('ana', noteId, { discovery: 3 }, 2)).toMatchObject(changed);
  await saved('maria', { ...scored({}), scoring: undefined }, { noteId, version: 3 });
  expect(await scoreSelf('ana', noteId, { discovery: 3 }, 3)).toMatchObject(changed);
  await saved('maria', scored({ discovery: 1 }), { noteId, version: 4 });
  expect((await card('maria')).notes[0]?.scores).toMatchObject({ selfTotal: null });
  expect(await scoreSelf('ana', noteId, { discovery: 3 }, 5)).toMatchObject({ ok: true });
});

test('the same scores sent from two places at once are kept once', async () => {
  const { noteId } = await saved('maria', scored({ discovery: 2 }));
  const both = [1, 2].map(() => scoreSelf('ana', noteId, { discovery: 3 }));
  expect(await Promise.all(both)).toMatchObject([{ ok: true }, { ok: true }]);
  expect((await auditOf(open.store.db, open.sync.portal.id).listBefore(null, 10)).length).toBe(2);
});

test.each<[string, NoteContent['scoring'], string, string, string]>([
  [
    'a rubric that is not there',
    { rubricId: '999', version: 1, levels: levels({ discovery: 2 }) },
    'not_found',
    'content.scoring.rubricId',
    'There is no such version of a rubric. Open the card anew and score again.',
  ],
  [
    'a skill that the rubric has not',
    { rubricId: '', version: 1, levels: levels({ discovery: 2, charm: 2 }) },
    'bad_request',
    'content.scoring.levels.1.skillId',
    '“Selling skills” has no such skill. Score one of: Discovery, Qualification, Negotiation, Closing, Empathy, Communication.',
  ],
  [
    'a level beyond the highest',
    { rubricId: '', version: 1, levels: levels({ discovery: 5 }) },
    'bad_request',
    'content.scoring.levels.0.level',
    'Discovery has levels 1 to 4. Choose one of them.',
  ],
  [
    'a skill twice',
    { rubricId: '', version: 1, levels: [...levels({ closing: 2 }), ...levels({ closing: 3 })] },
    'bad_request',
    'content.scoring.levels.1.skillId',
    'Closing is scored twice. Keep one of the two levels.',
  ],
])('%s is refused with its field and what to do', async (_what, scoring, code, field, message) => {
  const asked = scoring && { ...scoring, rubricId: scoring.rubricId || ref.rubricId };
  const refused = await save('maria', { ...scored({}), scoring: asked }, { state: 'draft' });
  expect(refused).toEqual({ ok: false, failure: { code, field, message } });
  const { noteId } = await saved('maria', scored({ discovery: 2 }));
  if (code === 'bad_request')
    expect(
      await open.service.rubrics.scoreSelf(open.caller('ana'), {
        noteId,
        version: 1,
        levels: asked?.levels ?? [],
      }),
    ).toEqual({ ok: false, failure: { code, field: field.replace('content.scoring.', ''), message } });
});

test('a level below the first or above any rubric is refused at the door, with its field and what to do', () => {
  for (const level of [0, 8, 1.5]) {
    const { error } = saveNoteRequest.safeParse({
      recordType: 'deal',
      recordId: '7001',
      ownerId: '201',
      noteId: null,
      version: 0,
      state: 'draft',
      content: { ...scored({}), scoring: { ...ref, levels: levels({ discovery: level }) } },
    });
    expect(error?.issues[0]?.path.join('.')).toBe('content.scoring.levels.0.level');
  }
});

test('scores of a draft or a private note are their author’s alone, and sealed', async () => {
  const content = scored({ discovery: 2 });
  const { noteId, version } = await saved('maria', content, { state: 'draft' });
  expect((await card('maria')).draft?.content).toEqual(content);
  expect((await card('maria')).skills).toEqual([]);
  await saved('maria', content, { noteId, version, state: 'private' });
  expect((await card('maria')).notes[0]?.scores).toMatchObject({ mayScoreSelf: false });
  expect((await card('maria')).skills).toMatchObject([{ name: 'Discovery', level: 'level 2 of 4' }]);
  expect((await card('ana')).notes).toEqual([]);
  expect((await card('ana')).skills).toEqual([]);
  expect(await scoreSelf('ana', noteId, { discovery: 2 })).toMatchObject({ failure: { code: 'not_found' } });
  const { rows } = await sql<{ row: string }>`
    select to_jsonb(coaching_note)::text as row from coaching_note`.execute(open.store.db);
  expect(JSON.stringify(rows)).not.toMatch(/skillId|discovery|What I saw/);
});

test('the rubric of the stage goes before that of the team, and that before everybody’s', async () => {
  expect((await card('maria')).rubric).toEqual(ref);
  const team = await publish('North', { kind: 'team', teamId: '11' });
  expect((await card('maria')).rubric).toEqual(team);
  const stage = await publish('Proposals', { kind: 'stage', stageId: 'proposal' });
  expect(await card('maria')).toMatchObject({ rubric: stage, rubrics: [{ name: 'Proposals' }] });
  await rubrics().withdraw(stage);
  expect((await card('maria')).rubric).toEqual(team);
  expect(await card('ana')).toMatchObject({ rubric: null, rubrics: [] });
});

test('what was scored by an older version stays as it was, and what was begun by it is finished by it', async () => {
  const { noteId, version } = await saved('maria', scored({ discovery: 2 }), { state: 'draft' });
  const [first, ...rest] = starterRubric.skills;
  const renamed = { ...starterRubric, skills: [{ ...first!, name: 'Finding out' }, ...rest] };
  const next = await rubrics().publish(ref, renamed, at);
  expect(next).toEqual({ ...ref, version: 2 });
  expect(await rubrics().publish(ref, renamed, at)).toBeNull();
  const view = await card('maria');
  expect(view.rubric).toEqual(next);
  expect(view.rubrics.map((each) => each.version).sort()).toEqual([1, 2]);
  await saved('maria', scored({ discovery: 3 }), { noteId, version });
  expect((await card('ana')).notes[0]?.scores?.skills[0]).toMatchObject({ name: 'Discovery' });
  expect((await rubrics().listVersions([ref]))[0]?.rubric.skills).toEqual(starterRubric.skills);
});

test('a skill’s trend comes from one person’s scorings, from six on', async () => {
  const days = [1, 2, 2, 3, 3, 4].map((level, index) => ({ level, day: 10 + index }));
  for (const { level, day } of days) {
    const [before] = (await card('maria')).skills;
    expect(before?.trend ?? '').toMatch(day === 10 ? /^$/ : new RegExp(`${day - 10} so far$`));
    open.setNow(new Date(Date.UTC(2026, 10, day)).toISOString());
    await saved('maria', scored({ discovery: level }));
  }
  const expected = [{ name: 'Discovery', level: 'level 4 of 4', trend: 'up from 2 to 3' }];
  expect((await card('maria')).skills).toMatchObject(expected);
  expect((await card('ana')).skills).toMatchObject(expected);
  // Somebody else's scorings are no part of it.
  await saved('eva', scored({ discovery: 1 }));
  expect((await card('maria')).skills).toMatchObject(expected);
});

test('a manager whose rep moves away sees no self-scores that came later', async () => {
  const { noteId } = await saved('maria', scored({ discovery: 2 }));
  open.setNow('2099-01-01T10:00:00Z');
  await open.report({ ana: 'cleo', ben: 'maria', maria: 'eva', cleo: 'eva' });
  await scoreSelf('ana', noteId, { discovery: 4 });
  expect((await card('maria')).notes[0]?.scores).toMatchObject({ selfTotal: null, gap: null });
  expect((await card('ana')).notes[0]?.scores).toMatchObject({ selfTotal: '4.0 of 4, over 1 of 6 skills' });
  expect((await card('cleo')).notes).toEqual([]);
});

test('the lowest skill of what this manager scored last is the one to work on; a rep is told nothing of a private one', async () => {
  await saved('maria', scored({ discovery: 1 }));
  open.setNow('2026-11-25T10:00:00Z');
  await saved('maria', scored({ discovery: 3, closing: 2, empathy: 2 }), { state: 'private' });
  await saved('maria', scored({ communication: 4 }), { rep: 'ben', recordId: '7004' });
  await saved('maria', scored({ discovery: 1 }), { state: 'draft' });
  const skill = async (name: Name, rep?: Name) =>
    (await granted(open.service.meetings.open(open.caller(name), rep ? { repId: people[rep].ownerId } : {})))
      .agenda?.skill?.words;
  expect(await skill('maria', 'ana')).toBe(`Closing, at level 2. Next: ${anchor('closing', 3)}`);
  expect(await skill('maria', 'ben')).toBe('Communication, at the highest level');
  expect(await skill('ana')).toBe(`Discovery, at level 1. Next: ${anchor('discovery', 2)}`);
});

test('drift between managers is told in numbers, of shared scorings alone, once there are enough', async () => {
  const drift = (since = at) =>
    open.service.rubrics.listDrift(open.sync.portal.id, [people.maria.ownerId, people.cleo.ownerId], since);
  const reps = { maria: ['ana', 'ben', 'eva'], cleo: ['dan', 'olga', 'maria'] } as const;
  await open.report({ ana: 'maria', ben: 'maria', eva: 'maria', dan: 'cleo', olga: 'cleo', maria: 'cleo' });
  for (let round = 0; round < 10; round += 1) {
    expect(await drift()).toEqual([]);
    for (const [manager, level] of [
      ['maria', 3],
      ['cleo', 2],
    ] as const)
      await saved(manager, scored({ discovery: level }), {
        recordType: 'contact',
        rep: reps[manager][round % 3] ?? 'ana',
      });
  }
  await saved('maria', scored({ discovery: 1 }), { rep: 'ana', state: 'private' });
  expect(await drift()).toEqual([
    {
      rubricId: ref.rubricId,
      rubricName: 'Selling skills',
      of: 4,
      managers: expect.arrayContaining([
        expect.objectContaining({ managerId: people.maria.ownerId, scorings: 10, reps: 3, difference: 1 }),
        expect.objectContaining({ managerId: people.cleo.ownerId, scorings: 10, reps: 3, difference: -1 }),
      ]),
    },
  ]);
  expect(await drift(new Date('2026-12-24T10:00:00Z'))).toEqual([]);
});

test('scores are part of what a person takes along and of what is erased; ops read dates, never a level', async () => {
  const { noteId } = await saved('maria', scored({ discovery: 2 }));
  await scoreSelf('ana', noteId, { discovery: 3 });
  const { id: portalId } = open.sync.portal;
  const own = await open.service.copies.readOwn(portalId, people.ana.ownerId);
  expect(own.notes[0]).toMatchObject({
    scores: {
      rubric: 'Selling skills',
      levels: [{ skill: 'Discovery', level: 2, of: 4, says: starterRubric.skills[0]?.anchors[1] }],
      self: { levels: [{ skill: 'Discovery', level: 3, says: starterRubric.skills[0]?.anchors[2] }] },
    },
  });
  const held = await heldCoachingOf(open.store.db, portalId).list(people.ana.ownerId);
  expect(held['coachingNotes']).toMatchObject([{ rubric_id: ref.rubricId, rubric_version: 1 }]);
  expect(JSON.stringify(held)).not.toMatch(/sealed|level/);
  await heldCoachingOf(open.store.db, portalId).erase(people.ana.ownerId);
  expect((await card('maria')).notes).toEqual([]);
});
