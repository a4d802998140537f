import { sql } from 'kysely';
import { subMonths } from 'date-fns/subMonths';
import { forgetOldCoaching } from '../../../src/domains/coaching/index.ts';
import { withNotes } from '../../../src/domains/coaching/retention/store.ts';
import { granted, openCoaching, type OpenCoaching } from './open-notes.ts';
import { listColumns, ofOwner, putRow } from './put-row.ts';

let open: OpenCoaching;
let now = new Date('2026-11-24T10:00:00Z');
const today = new Date('2026-11-24T10:00:00Z');
beforeAll(async () => {
  open = await openCoaching({ now: () => now });
}, 60_000);
afterAll(() => open.stop());
beforeEach(async () => {
  now = today;
  await open.clear();
  await open.report('ana', 'maria');
});

const ago = (months: number): Date => subMonths(today, months);
const ofAna = { recordType: 'deal', recordId: '7001' } as const;
const read = async () => granted(await open.service.retention.read(open.caller('olga')));
const choose = async (months: 12 | 24 | 36 | null) =>
  granted(await open.service.retention.choose(open.caller('olga'), { months }));
const night = () => forgetOldCoaching(open.store.db, today);
async function counts(): Promise<Record<string, number>> {
  const all: Record<string, number> = {};
  for (const table of ['note', 'addendum', 'action', 'line', 'access']) {
    const { rows } = await sql<{ found: number }>`
      select count(*)::integer as found from ${sql.table(`coaching_${table}`)}`.execute(open.store.db);
    all[table] = rows[0]?.found ?? 0;
  }
  return all;
}
/** A shared note with a reply, a draft, and a line, all of that time; answers the shared one. */
async function writeAt(months: number): Promise<string> {
  now = ago(months);
  const { noteId } = await open.write('maria', `shared ${months}`);
  await open.service.notes.add(open.caller('ana'), { noteId, text: `reply ${months}` });
  await open.service.lines.add(open.caller('ana'), { ...ofAna, text: `line ${months}` });
  await open.write('maria', `draft ${months}`, { state: 'draft' });
  await open.card('ana');
  now = today;
  return noteId;
}
const close = async (): Promise<void> => {
  for (const { id } of (await open.card('ana')).actions)
    granted(await open.service.actions.tick(open.caller('ana'), { actionId: id, isDone: true }));
};

test('unless ops choose, coaching is kept for 24 months, and each choice says what it would erase', async () => {
  await writeAt(25);
  await close();
  expect(await read()).toMatchObject({
    months: 24,
    isChosen: false,
    choices: [
      {
        months: 12,
        title: '12 months',
        sentence: expect.stringMatching(
          /^1 note, 1 draft, 1 reply, 1 line for a 1:1 and 1 closed action item would be erased tonight/,
        ),
      },
      { months: 24, sentence: expect.stringMatching(/^1 note, /) },
      { months: 36, sentence: 'Nothing is that old yet.' },
      { months: null, title: 'For good', sentence: 'Nothing is erased, until somebody asks for it.' },
    ],
  });
  const before = await counts();
  expect(await choose(36)).toMatchObject({ months: 36, isChosen: true });
  await night();
  expect(await counts()).toEqual(before);
  await choose(24);
  await night();
  expect(await counts()).toEqual({ note: 0, addendum: 0, action: 0, line: 0, access: 0 });
  await choose(null);
  expect(await open.audited()).toEqual(
    expect.arrayContaining(['choose coaching retention', 'erase old coaching']),
  );
});

test('exactly what was counted is erased, and nothing younger', async () => {
  await writeAt(30);
  await close();
  await open.store.db
    .updateTable('coaching_note')
    .set({ state: 'private' })
    .where('state', '=', 'draft')
    .execute();
  await writeAt(11);
  await choose(12);
  await night();
  const { rows } = await sql<{ details: object }>`
    select details from audit_entry where action = 'erase old coaching'`.execute(open.store.db);
  expect(rows).toEqual([
    {
      details: {
        ...{ kept: '12 months', notes: 2, drafts: 0, replies: 1, lines: 1, actions: 1 },
        ...{ calibrations: 0, disputes: 0 },
      },
    },
  ]);
  expect((await open.card('ana')).notes.map(({ passages }) => passages[0]?.text)).toEqual(['shared 11']);
  await night();
  expect((await open.audited()).filter((action) => action === 'erase old coaching')).toHaveLength(1);
});

test('a note counts from the last thing said in it', async () => {
  const noteId = await writeAt(30);
  await open.service.notes.add(open.caller('ana'), { noteId, text: 'still on' });
  await night();
  expect((await open.card('ana')).notes).toMatchObject([{ id: noteId }]);
});

test('an open action outlives its note, and goes once it is closed', async () => {
  await writeAt(30);
  await night();
  expect((await open.card('ana')).notes).toEqual([]);
  expect((await open.card('ana')).actions).toMatchObject([{ text: 'promised: shared 30', isDone: false }]);
  await night();
  await close();
  await night();
  expect((await counts())['action']).toBe(0);
});

test('for good is for good', async () => {
  await writeAt(120);
  await choose(null);
  const before = await counts();
  await night();
  expect(await counts()).toEqual(before);
});

test('every table that hangs on a note goes with it, or is an action', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.columns
    where table_schema = current_schema() and column_name = 'note_id'`.execute(open.store.db);
  expect(rows.map(({ name }) => name).sort()).toEqual([...withNotes, 'coaching_action'].sort());
});

test('what a workflow asked for goes with the lines', async () => {
  const { db } = open.store;
  const request = (callback: string, at: Date) => ({
    portal_id: open.sync.portal.id,
    callback_id: callback,
    rep_id: '201',
    record_type: 'deal',
    record_id: '7001',
    sealed_reason: 'sealed',
    at,
  });
  await db
    .insertInto('coaching_request')
    .values([request('old', ago(25)), request('new', ago(23))])
    .execute();
  expect((await read()).choices[1]?.sentence).toMatch(/^1 line for a 1:1 would be erased tonight/);
  await night();
  const left = await db.selectFrom('coaching_request').select('callback_id').execute();
  expect(left.map(({ callback_id }) => callback_id)).toEqual(['new']);
  await db.deleteFrom('coaching_request').execute();
});

test('an old calibration goes with its levels; it counts from the last scoring, and whoever never scored keeps nothing', async () => {
  const { db } = open.store;
  await calibrate('begun and scored long ago', 30, [30, 29]);
  await calibrate('scored lately', 30, [30, 11]);
  await calibrate('of which one never scored', 30, [30, null]);
  expect((await read()).choices[1]?.sentence).toBe('2 calibrations would be erased tonight, for good.');
  await night();
  expect(await calibrations()).toEqual({ 'scored lately': 2 });
  const { rows } = await sql<{ details: object }>`
    select details from audit_entry where action = 'erase old coaching'`.execute(db);
  expect(rows).toMatchObject([{ details: { calibrations: 2 } }]);
});

test('a calibration is open for three months, however long coaching is kept: then nobody is asked any more', async () => {
  await choose(null);
  await calibrate('nobody scored', 4, [null, null]);
  await calibrate('one scored', 4, [4, null]);
  await calibrate('everybody scored', 4, [4, 4]);
  await calibrate('still open', 2, [null, 2]);
  await night();
  await night();
  expect(await calibrations()).toEqual({ 'one scored': 1, 'everybody scored': 2, 'still open': 2 });
  const closed = await open.store.db
    .selectFrom('audit_entry')
    .select('details')
    .where('action', '=', 'close calibrations')
    .execute();
  expect(closed).toEqual([{ details: { calibrations: 2 } }]);
  const [left] = (await read()).kept.filter((sentence) => sentence.includes('calibration'));
  expect(left).toContain('three months');
});

test('so does what a rep marked as wrong: after so long it counts again', async () => {
  const dispute = (reason: string, at: Date) => ({
    ...{ portal_id: open.portalId, rep_id: '201', deal_id: '7001', reason, at },
  });
  await open.store.db
    .insertInto('coaching_dispute')
    .values([dispute('noAmount', ago(25)), dispute('noNextStep', ago(23))])
    .execute();
  expect((await read()).choices[1]?.sentence).toBe(
    '1 risk marked as wrong would be erased tonight, for good.',
  );
  await night();
  const left = await open.store.db.selectFrom('coaching_dispute').select('reason').execute();
  expect(left).toEqual([{ reason: 'noNextStep' }]);
  await open.store.db.deleteFrom('coaching_dispute').execute();
});

/** What of coaching stays, whatever its age, though it names somebody or holds their words. */
const staysWhateverAge: Readonly<Record<string, string>> = {
  coaching_meeting: 'when 1:1s were held, without a word: coverage and impact are computed from it',
  coaching_meeting_change: 'to which day one was moved, without a word: the next one is computed from it',
  coaching_agenda: 'the ids of the last lines of a pair, one row that is written over',
  coaching_cadence: 'a setting of today',
  coaching_reminder: 'for which day a task was asked, until the next one, without a word',
  pulse_group: 'who was counted in which quarter, and the word that was published',
  pulse_member: 'so that a quarter is never published about another group',
  pulse_answer: 'the person’s own trend, under a tag that names nobody; gone when they stop',
};

test('every table of coaching that names somebody or holds their words is emptied with age, or known to stay', async () => {
  const { db } = open.store;
  const columns = await listColumns(db);
  const isTheirs = ({ column }: { column: string }) => ofOwner.test(column) || column.startsWith('sealed');
  const tables = [...new Set(columns.filter(isTheirs).map(({ table }) => table))];
  expect(tables.length).toBeGreaterThan(15);
  for (const table of tables) {
    await putRow(db, columns, table, { portal_id: open.portalId }, ago(25));
    await night();
    const { rows } = await sql`select from ${sql.table(table)}`.execute(db);
    expect([table, rows.length]).toEqual([table, table in staysWhateverAge ? 1 : 0]);
    await sql`delete from ${sql.table(table)}`.execute(db);
  }
  expect(Object.keys(staysWhateverAge).filter((table) => !tables.includes(table))).toEqual([]);
});

/** A calibration that began so many months ago, and when each who was asked has scored; null for never. */
async function calibrate(name: string, months: number, scored: readonly (number | null)[]): Promise<void> {
  const { db } = open.store;
  const portal = { portal_id: open.portalId };
  await db
    .insertInto('coaching_calibration')
    .values({
      ...{ ...portal, id: name, director_id: '205', rep_id: '201', deal_id: '7001' },
      ...{ rubric_id: '1', rubric_version: 1, created_at: ago(months) },
    })
    .execute();
  await db
    .insertInto('coaching_calibration_scoring')
    .values(
      scored.map((each, index) => ({
        ...{ ...portal, calibration_id: name, manager_id: String(index) },
        ...{ sealed_levels: each === null ? null : 'sealed', scored_at: each === null ? null : ago(each) },
      })),
    )
    .execute();
}

/** How many scorings, or who is still asked, each calibration that is there has. */
async function calibrations(): Promise<Record<string, number>> {
  const { rows } = await sql<{ id: string; asked: number }>`
    select id, (select count(*)::integer from coaching_calibration_scoring s where s.calibration_id = c.id) as asked
    from coaching_calibration c`.execute(open.store.db);
  const orphans = await sql`select from coaching_calibration_scoring
    where calibration_id not in (select id from coaching_calibration)`.execute(open.store.db);
  expect(orphans.rows).toEqual([]);
  return Object.fromEntries(rows.map(({ id, asked }) => [id, asked]));
}
