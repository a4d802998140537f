import type { Insertable } from 'kysely';
import { forgetOldCoaching, heldCoachingOf } from '../../../src/domains/coaching/index.ts';
import { inTransaction, type Tables } from '../../../src/store/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refusal, type Name, type OpenCoaching } from './open-notes.ts';

let open: OpenCoaching;
let now = new Date('2026-11-24T10:00:00Z');
beforeAll(async () => {
  open = await openCoaching({ now: () => now });
}, 60_000);
afterAll(() => open.stop());
//   maria ─ ana, ben      dan ─ cleo
beforeEach(async () => {
  now = new Date('2026-11-24T10:00:00Z');
  await open.clear();
  await open.report('ana', 'maria');
  await open.report('ben', 'maria');
  await open.report('cleo', 'dan');
});

const idOf = (name: Name) => ({ ownerId: people[name].ownerId });
const copies = () => open.service.copies;
const prepare = async (name: Name) => granted(await copies().prepare(open.caller('olga'), idOf(name)));
const state = async (name: Name) => granted(await copies().state(open.caller('olga'), idOf(name)));
const collect = (name: Name) => copies().collect(open.caller(name));
const onOwnPage = (name: Name) => copies().describeOwn(open.sync.portal, people[name].ownerId);
const read = async (name: Name): Promise<string> => granted(await collect(name)).json;
/** Answers whose copies were withdrawn. */
async function erase(name: Name): Promise<string[]> {
  const { ownerId } = people[name];
  const withdraw = await copies().openWithdrawing(open.portalId);
  return inTransaction(open.store.db, async (trx) => {
    const whose = await withdraw(trx, ownerId, now);
    await heldCoachingOf(trx, open.portalId).erase(ownerId);
    return whose;
  });
}
const aboutBen = { ownerId: people.ben.ownerId, recordId: '7004' };

test('erasing a person withdraws each copy of others that holds something of theirs, and no other', async () => {
  await open.write('maria', 'private about Ben', { ...aboutBen, state: 'private' });
  await open.write('maria', 'about Ana');
  await open.write('dan', 'about Cleo', { ...idOf('cleo'), recordId: '7006' });
  for (const name of ['maria', 'ana', 'ben', 'dan', 'cleo'] as const) await prepare(name);
  expect(await erase('ben')).toEqual([people.maria.ownerId]);
  expect(await refusal(collect('maria'))).toBe('not_found');
  const rows = await open.store.db.selectFrom('coaching_copy').selectAll().execute();
  expect(Object.fromEntries(rows.map((row) => [row.owner_id, row.sealed_file !== null]))).toEqual({
    [people.maria.ownerId]: false,
    [people.ana.ownerId]: true,
    [people.dan.ownerId]: true,
    [people.cleo.ownerId]: true,
  });
  expect(await read('ana')).toContain('about Ana');
});

test('what an author threw away since is found in the copy all the same', async () => {
  const saved = await open.write('maria', 'private about Ben', { ...aboutBen, state: 'private' });
  await prepare('maria');
  const { noteId, version } = saved;
  granted(await open.service.notes.discard(open.caller('maria'), { noteId, version }));
  expect(await erase('ben')).toEqual([people.maria.ownerId]);
});

test.each([
  [
    'a 1:1',
    'coaching_meeting',
    { number: 1, held_on: '2026-11-20', minutes: 30, kind: 'deal', attendance: 'both', at: now },
  ],
  ['a 1:1 that was moved', 'coaching_meeting_change', { at: now }],
  ['an agenda', 'coaching_agenda', { line_ids: '[]', made_at: now }],
])('so is one that holds %s with them and no word', async (_what, table, rest) => {
  const pair = { manager_id: people.maria.ownerId, rep_id: people.ben.ownerId };
  const values = { portal_id: open.portalId, ...pair, due_on: '2026-11-20', ...rest };
  await open.store.db
    .insertInto(table as 'coaching_agenda')
    .values(values as Insertable<Tables['coaching_agenda']>)
    .execute();
  await prepare('maria');
  await prepare('ana');
  expect(await erase('ben')).toEqual([people.maria.ownerId]);
});

test('a copy that nothing opens, or that does not say whom it holds, is withdrawn too', async () => {
  await prepare('ana');
  await open.store.db.updateTable('coaching_copy').set({ sealed_file: 'portal.AAAA' }).execute();
  expect(await erase('ben')).toEqual([people.ana.ownerId]);
});

test('ops and the person are told, and it can be started again without what was erased', async () => {
  await open.write('maria', 'private about Ben', { ...aboutBen, state: 'private' });
  await open.write('maria', 'about Ana');
  await prepare('maria');
  expect(await onOwnPage('maria')).toMatchObject({ mayOpen: true });
  now = new Date('2026-11-26T10:00:00Z');
  await erase('ben');
  expect(await state('maria')).toEqual({
    state: 'withdrawn',
    sentence:
      'The copy of 24 Nov 2026 was withdrawn on 26 Nov 2026, because data in it was erased. Maria Ruiz had not opened it: send it again.',
    sendLabel: 'Send this person their coaching',
  });
  expect(await onOwnPage('maria')).toEqual({
    mayOpen: false,
    sentence:
      'The copy of 24 Nov 2026 was withdrawn on 26 Nov 2026, because data of somebody else in it was erased. Ask ops to send it again.',
  });
  expect(await refusal(collect('maria'))).toBe('not_found');
  expect(await state('maria')).toMatchObject({ state: 'withdrawn' });
  expect(await prepare('maria')).toMatchObject({ state: 'waiting' });
  expect(await onOwnPage('maria')).toMatchObject({ mayOpen: true });
  const json = await read('maria');
  expect(json).toContain('about Ana');
  expect(json).not.toMatch(/Ben/);
});

test('one that was opened goes as well, and once: neither a second erasure nor the night says anything new', async () => {
  await open.write('maria', 'about Ben', aboutBen);
  await prepare('maria');
  await read('maria');
  expect(await erase('ben')).toEqual([people.maria.ownerId]);
  expect(await erase('ben')).toEqual([]);
  const withdrawn = await state('maria');
  expect(withdrawn).toMatchObject({
    state: 'withdrawn',
    sentence:
      'Maria Ruiz opened the copy of 24 Nov 2026 on 24 Nov 2026. It was withdrawn on 24 Nov 2026, because data in it was erased.',
  });
  now = new Date('2026-12-24T10:00:00Z');
  await forgetOldCoaching(open.store.db, now);
  expect(await state('maria')).toEqual(withdrawn);
  // By then it would not be there any more in any case.
  expect(await onOwnPage('maria')).toBeNull();
});

test('what was opened is not kept beyond its day either', async () => {
  await open.write('maria', 'about Ana');
  await prepare('ana');
  await read('ana');
  now = new Date('2026-12-24T10:00:00Z');
  await forgetOldCoaching(open.store.db, now);
  const left = await open.store.db.selectFrom('coaching_copy').select('sealed_file').execute();
  expect(left).toEqual([{ sealed_file: null }]);
});
