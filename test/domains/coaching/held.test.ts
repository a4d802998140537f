import { sql } from 'kysely';
import { heldCoachingOf } from '../../../src/domains/coaching/index.ts';
import { forPortal as heldOf } from '../../../src/domains/settings/privacy/store.ts';
import { openCoaching, type OpenCoaching } from './open-notes.ts';
import { listColumns, ofOwner, putRow } from './put-row.ts';

/** Somebody who stands in one column of one table, and nowhere else. */
const person = { ownerId: '880001', userId: '880002' };

let open: OpenCoaching;
let columns: Awaited<ReturnType<typeof listColumns>>;
beforeAll(async () => {
  open = await openCoaching();
  columns = (await listColumns(open.store.db)).filter(({ table }) => table.startsWith('coaching'));
}, 60_000);
afterAll(() => open.stop());

const ofUser = /^(user_id|(asked|made|chosen|set|granted)_by)$/;

/** What stays of somebody who was erased, under a number without a name, because it is another's too. */
const staysOf: Readonly<Record<string, string>> = {
  'coaching_note.author_id': 'a note that they shared is the rep’s too',
  'coaching_addendum.author_id': 'so is what they added to it',
  'coaching_action.author_id': 'and what was promised in it',
  'coaching_action.doer_id': 'and by whom',
};

const put = (table: string, column: string, value: string) =>
  putRow(
    open.store.db,
    columns,
    table,
    { portal_id: open.portalId, [column]: value },
    new Date('2026-11-24T10:00:00Z'),
  );
const countRows = async (table: string, column: string, value: string): Promise<number> => {
  const { rows } = await sql<{ found: number }>`select count(*)::integer as found from ${sql.table(table)}
    where ${sql.ref(column)} = ${value}`.execute(open.store.db);
  return rows[0]?.found ?? 0;
};
const held = async () => {
  const rows = await heldCoachingOf(open.store.db, open.portalId).list(person.ownerId);
  return Object.values(rows).flat();
};

test('whoever stands anywhere in coaching is in their export, without a word of text, and is erased from there', async () => {
  const pairs = columns.filter(({ column }) => ofOwner.test(column));
  expect(pairs.length).toBeGreaterThan(15);
  for (const { table, column } of pairs) {
    await put(table, column, person.ownerId);
    const name = `${table}.${column}`;
    const found = await held();
    expect([name, found.length]).toEqual([name, 1]);
    expect([name, JSON.stringify(found)]).toEqual([name, expect.not.stringMatching(/sealed/)]);
    await heldOf(open.store.db, open.portalId).eraseHeld(person.ownerId, person.userId, 'erased');
    await heldCoachingOf(open.store.db, open.portalId).erase(person.ownerId);
    const left = await countRows(table, column, person.ownerId);
    expect([name, left]).toEqual([name, name in staysOf ? 1 : 0]);
    await sql`delete from ${sql.table(table)}`.execute(open.store.db);
  }
});

test('a HubSpot user who stands somewhere in coaching is put out of there', async () => {
  for (const { table, column } of columns.filter((each) => ofUser.test(each.column))) {
    await put(table, column, person.userId);
    await heldOf(open.store.db, open.portalId).eraseHeld(person.ownerId, person.userId, 'erased');
    await heldCoachingOf(open.store.db, open.portalId).erase(person.ownerId);
    expect([table, column, await countRows(table, column, person.userId)]).toEqual([table, column, 0]);
  }
});

test('every column of coaching that names somebody is known here', () => {
  const known = new Set([
    ...[
      'portal_id',
      'id',
      'note_id',
      'record_id',
      'deal_id',
      'task_id',
      'rubric_id',
      'calibration_id',
      'promise_id',
    ],
    // HubSpot's name for one run of a workflow's action.
    'callback_id',
  ]);
  const strange = columns.filter(
    ({ column }) =>
      /(_id|_by)$/.test(column) && !known.has(column) && !ofOwner.test(column) && !ofUser.test(column),
  );
  expect(strange).toEqual([]);
});
