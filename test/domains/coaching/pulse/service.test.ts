import { sql } from 'kysely';
import { auditOf } from '../../../../src/access/index.ts';
import { heldCoachingOf } from '../../../../src/domains/coaching/index.ts';
import { forPortal as roundsOf } from '../../../../src/domains/coaching/pulse/store.ts';
import { inTransaction, type OpenDatabase } from '../../../../src/store/index.ts';
import type { Portal } from '../../../../src/kernel/portal.ts';
import { openTestStore } from '../../../support/open-test-store.ts';
import {
  alike,
  connectPeople,
  openPulse,
  portalId,
  saveHierarchy,
  type Hierarchy,
  type OpenPulse,
} from './open-pulse.ts';

const reps = ['301', '302', '303', '304', '305', '306', '307', '308'];
//  director 100 ─ manager 200 ─ eight reps;  100 ─ manager 210 ─ 401
const hierarchy: Hierarchy = {
  '100': null,
  '200': '100',
  '210': '100',
  '401': '210',
  ...Object.fromEntries(reps.map((id) => [id, '200'])),
};
let store: OpenDatabase;
let portal: Portal;
let open: OpenPulse;

beforeAll(async () => {
  store = await openTestStore();
  portal = await connectPeople(store.db, hierarchy);
});
afterAll(() => store.close());
beforeEach(async () => {
  for (const table of [
    'pulse_setting',
    'pulse_round',
    'pulse_group',
    'pulse_member',
    'pulse_consent',
    'pulse_answer',
    'coaching_line',
    'audit_entry',
  ])
    await sql`delete from ${sql.table(table)}`.execute(store.db);
  await saveHierarchy(store.db, hierarchy);
  open = openPulse(store.db, portal);
});

const seen = async (ownerId: string) => {
  const view = await open.view(ownerId);
  if (!view.ok) throw new Error(view.failure.message);
  return view.value;
};
const count = async (table: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(table)}`.execute(
    store.db,
  );
  return rows[0]?.n ?? -1;
};
const everybodyAnswers = async (score: 1 | 2 | 3 | 4 | 5, who = reps) => {
  for (const id of who) await open.takePart(id, score);
};
const words = async (ownerId: string) =>
  (await seen(ownerId)).groups?.map(({ name, quarters }) => [
    name,
    ...quarters.map(({ quarterLabel, word }) => `${quarterLabel}: ${word}`),
  ]);

test('off unless ops switch it on; then asked, consented, answered', async () => {
  expect((await seen('301')).state).toBe('off');
  expect(await open.change('301', { change: 'consent' })).toMatchObject({
    failure: { code: 'conflict' },
  });
  await open.switch(true);
  const asked = await seen('301');
  expect(asked).toMatchObject({
    state: 'consent',
    takesPart: false,
    quarterLabel: 'October to December 2026',
    groups: null,
  });
  expect(asked.questions).toHaveLength(3);
  expect(asked.terms.join(' ')).toMatch(/1 in 3.*8 answers.*stop at any time/s);
  expect(await open.change('301', { change: 'answer', answers: alike(4) })).toMatchObject({
    failure: { code: 'conflict', message: 'Say first that you want to take part.' },
  });
  expect(await open.change('301', { change: 'consent' })).toMatchObject({ value: { state: 'questions' } });
  expect(
    await open.change('301', {
      change: 'answer',
      answers: { expectations: 2, growth: 4, candour: 5 },
    }),
  ).toMatchObject({
    value: {
      state: 'answered',
      trend: [{ quarterLabel: 'October to December 2026', score: 'Mostly', change: null }],
    },
  });
});

test('whoever has no manager is asked nothing, whoever is nobody is refused', async () => {
  await open.switch(true);
  expect((await seen('100')).state).toBe('noManager');
  expect(await open.change('100', { change: 'consent' })).toMatchObject({ ok: false });
  expect(await open.view('999')).toMatchObject({ failure: { code: 'forbidden' } });
  expect(await open.change('999', { change: 'revoke' })).toMatchObject({ failure: { code: 'forbidden' } });
});

test('a quarter is published when it is over: a word for the group, the same at every level', async () => {
  await open.switch(true);
  await everybodyAnswers(5);
  expect(await words('200')).toEqual([]);
  open.goTo('2027-01-01');
  await open.pulse.rounds.tend(portal);
  expect(await words('200')).toEqual([['Everybody below you', 'October to December 2026: Going well']]);
  expect(await words('100')).toEqual([
    ['Everybody below you', 'October to December 2026: Going well'],
    ['Everybody below Person 200', 'October to December 2026: Going well'],
    ['Everybody below Person 210', 'October to December 2026: Not enough answers'],
  ]);
  expect(await words('210')).toEqual([
    ['Everybody below you', 'October to December 2026: Not enough answers'],
  ]);
  expect(await words('301')).toBeUndefined();
  // The quarter that has begun is asked about; the trend goes on.
  expect(await seen('301')).toMatchObject({ state: 'questions', trend: [{ score: 'Always' }] });
});

test('seven answers are not enough', async () => {
  await open.switch(true);
  await everybodyAnswers(5, reps.slice(1));
  open.goTo('2027-01-01');
  await open.pulse.rounds.tend(portal);
  expect((await words('200'))?.flat().join(' ')).toContain('Not enough answers');
});

test('the first answer of a quarter stands with its one draw, however often it is asked', async () => {
  await open.switch(true);
  await open.takePart('301', 5, 0);
  for (const draw of [1, 2, 3]) {
    open.draws.push(draw);
    await open.change('301', { change: 'answer', answers: alike(2) });
  }
  expect((await open.pulse.readOwn(portalId, '301')).answers).toEqual([
    { quarterKey: '2026-Q4', answers: alike(5), swappedScore: 1 },
  ]);
  await Promise.all(
    [4, 5, 6].map((draw) => {
      open.draws.push(draw);
      return open.change('301', { change: 'answer', answers: alike(3) });
    }),
  );
  expect(await count('pulse_answer')).toBe(1);
});

test('the groups are those of when the quarter was opened, whoever moves later', async () => {
  await open.switch(true);
  await everybodyAnswers(5);
  await saveHierarchy(store.db, { ...hierarchy, '301': '210', '308': '210' });
  // Off and on again opens no other groups.
  await open.switch(false);
  await open.switch(true);
  await everybodyAnswers(5);
  open.goTo('2027-01-02');
  await open.pulse.rounds.tend(portal);
  expect(await words('200')).toEqual([['Everybody below you', 'October to December 2026: Going well']]);
  expect((await words('210'))?.[0]).toEqual([
    'Everybody below you',
    'October to December 2026: Not enough answers',
  ]);
});

test('what was published is final: not answered, published or changed again, whoever revokes', async () => {
  await open.switch(true);
  await everybodyAnswers(5);
  open.goTo('2027-01-01');
  await open.pulse.rounds.tend(portal);
  const before = await words('100');
  for (const id of reps) await open.change(id, { change: 'revoke' });
  await open.pulse.rounds.tend(portal);
  await open.pulse.rounds.tend(portal);
  expect(await words('100')).toEqual(before);
  expect([await count('pulse_consent'), await count('pulse_answer')]).toEqual([0, 0]);
});

test('a publication that is killed in the middle is done whole the next time', async () => {
  await open.switch(true);
  await everybodyAnswers(5);
  await expect(
    inTransaction(store.db, async (trx) => {
      const killed = openPulse(trx, portal);
      killed.goTo('2027-01-01');
      await killed.pulse.rounds.tend(portal);
      throw new Error('killed');
    }),
  ).rejects.toThrow('killed');
  open.goTo('2027-01-01');
  expect(await words('200')).toEqual([]);
  await Promise.all([open.pulse.rounds.tend(portal), open.pulse.rounds.tend(portal)]);
  expect(await words('200')).toEqual([['Everybody below you', 'October to December 2026: Going well']]);
});

test('only portals in which something is due are tended', async () => {
  expect(await open.pulse.rounds.listDue()).toEqual([]);
  await open.switch(true);
  expect(await open.pulse.rounds.listDue()).toEqual([]);
  // In Berlin the year begins an hour before midnight in London.
  open.goTo('2026-12-31');
  expect(await open.pulse.rounds.listDue()).toEqual([]);
  open.goTo('2027-01-01');
  expect(await open.pulse.rounds.listDue()).toEqual([portalId]);
  await open.pulse.rounds.tend(portal);
  expect(await open.pulse.rounds.listDue()).toEqual([]);
  await open.switch(false);
  open.goTo('2027-04-01');
  expect(await open.pulse.rounds.listDue()).toEqual([portalId]);
  await open.pulse.rounds.tend(portal);
  expect(await roundsOf(store.db, portalId).listKeys()).toEqual(['2026-Q4', '2027-Q1']);
});

test('revoking deletes consent and answers and leaves nothing that says who', async () => {
  await open.switch(true);
  const empty = [await count('pulse_consent'), await count('pulse_answer')];
  await open.takePart('301', 4);
  open.goTo('2027-01-01');
  await open.takePart('301', 4);
  expect(await open.change('301', { change: 'revoke' })).toMatchObject({
    value: { state: 'consent', takesPart: false, trend: [] },
  });
  expect([await count('pulse_consent'), await count('pulse_answer')]).toEqual(empty);
  expect(await open.change('301', { change: 'revoke' })).toMatchObject({ ok: true });
});

test('whoever lost their manager may still stop', async () => {
  await open.switch(true);
  await open.change('301', { change: 'consent' });
  await saveHierarchy(store.db, { ...hierarchy, '301': null });
  expect(await seen('301')).toMatchObject({ state: 'noManager', takesPart: true });
  expect(await open.change('301', { change: 'revoke' })).toMatchObject({ value: { takesPart: false } });
});

test('switching off deletes what people said and keeps what was published', async () => {
  await open.switch(true);
  await everybodyAnswers(5);
  open.goTo('2027-01-01');
  await open.pulse.rounds.tend(portal);
  await open.switch(false);
  expect([await count('pulse_consent'), await count('pulse_answer')]).toEqual([0, 0]);
  expect(await seen('200')).toMatchObject({ state: 'off', groups: null, trend: [] });
  await open.switch(true);
  expect(await words('200')).toEqual([['Everybody below you', 'October to December 2026: Going well']]);
  const entries = await auditOf(store.db, portalId).listBefore(null, 10);
  expect(entries.map(({ action, userId, details }) => [action, userId, details])).toEqual([
    ['switch pulse', '1999', { isOn: true }],
    ['switch pulse', '1999', { isOn: false }],
    ['switch pulse', '1999', { isOn: true }],
  ]);
});

test('no row leads from a person to a consent or an answer, nor from one quarter to the next', async () => {
  await open.switch(true);
  await open.takePart('301', 4);
  open.goTo('2027-01-01');
  await open.takePart('301', 4);
  const consents = await store.db.selectFrom('pulse_consent').selectAll().execute();
  const answers = await store.db.selectFrom('pulse_answer').selectAll().orderBy('quarter_key').execute();
  const tags = [...consents, ...answers].map((row) => row.person_tag);
  expect(new Set(tags).size).toBe(3);
  for (const row of [...consents, ...answers]) {
    expect(Object.keys(row)).not.toContain('at');
    expect(JSON.stringify(row)).not.toMatch(/"1?301"/);
  }
  expect(new Set(answers.map((row) => row.sealed_answers.length)).size).toBe(1);
});

test('what ops hold and export says nothing of the pulse; a person erased is gone from it', async () => {
  await open.switch(true);
  const before = await heldCoachingOf(store.db, portalId).list('301');
  await open.takePart('301', 4);
  expect(await heldCoachingOf(store.db, portalId).list('301')).toEqual(before);
  expect(await open.pulse.readOwn(portalId, '301')).toMatchObject({ takesPart: true });
  const forget = await open.pulse.openForgetting(portalId);
  await inTransaction(store.db, async (trx) => {
    await forget(trx, '301');
    await heldCoachingOf(trx, portalId).erase('301');
  });
  expect([await count('pulse_consent'), await count('pulse_answer')]).toEqual([0, 0]);
  const { rows } = await sql`select 1 from pulse_member where member_id = '301'`.execute(store.db);
  expect(rows).toEqual([]);
});

test('a topic goes on the next 1:1 once, without a score, whether one takes part or not', async () => {
  const caller = { portal, userId: '1301', isOps: false };
  expect(await open.pulse.putTopic(caller, { topic: 'growth' })).toMatchObject({ ok: false });
  await open.switch(true);
  for (let time = 0; time < 2; time += 1)
    expect(await open.pulse.putTopic(caller, { topic: 'growth' })).toMatchObject({
      value: { message: 'On the list for your next 1:1.' },
    });
  const lines = await store.db.selectFrom('coaching_line').selectAll().execute();
  const [manager] = await store.db
    .selectFrom('person')
    .select('manager_id')
    .where('owner_id', '=', '301')
    .execute();
  expect(lines.map((line) => [line.rep_id, line.manager_id, line.record_type, line.record_id])).toEqual([
    ['301', manager?.manager_id, 'meeting', '0'],
  ]);
  expect(manager?.manager_id).toMatch(/^\d+$/);
});
