import { addDays } from 'date-fns/addDays';
import { forgetOldCoaching } from '../../../src/domains/coaching/index.ts';
import { directoryOf } from '../../../src/mirror/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refusal, type Name, type OpenCoaching } from './open-notes.ts';

let open: OpenCoaching;
let now = new Date('2026-11-24T10:00:00Z');
beforeAll(async () => {
  open = await openCoaching({ now: () => now });
}, 60_000);
afterAll(() => open.stop());
beforeEach(async () => {
  now = new Date();
  await open.clear();
  await open.report('ana', 'maria');
  await open.report('ben', 'maria');
});

const copies = () => open.service.copies;
const ofAna = { ownerId: people.ana.ownerId };
const prepare = async (name: Name = 'olga') => granted(await copies().prepare(open.caller(name), ofAna));
const state = async () => granted(await copies().state(open.caller('olga'), ofAna));
const collect = (name: Name) => copies().collect(open.caller(name));
const waiting = () => copies().describeOwn(open.sync.portal, people.ana.ownerId);
const sealed = async () =>
  (await open.store.db.selectFrom('coaching_copy').selectAll().execute()).map(
    ({ sealed_file }) => sealed_file,
  );

async function writeAbout() {
  const { noteId } = await open.write('maria', 'shared with Ana');
  await open.write('maria', 'private about Ana', { state: 'private' });
  await open.write('maria', 'draft about Ana', { state: 'draft' });
  await open.write('maria', 'about Ben', { ownerId: people.ben.ownerId, recordId: '7004', state: 'private' });
  await open.service.notes.add(open.caller('ana'), { noteId, text: 'reply of Ana' });
  await open.service.lines.add(open.caller('ana'), {
    recordType: 'deal',
    recordId: '7001',
    text: 'line of Ana',
  });
}

test('a copy holds what the person wrote, what was shared with them, and private notes about them', async () => {
  await writeAbout();
  expect(await waiting()).toBeNull();
  expect(await state()).toMatchObject({ state: 'none', sendLabel: 'Send this person their coaching' });
  expect(await prepare()).toMatchObject({ state: 'waiting', sendLabel: null });
  expect(await waiting()).toMatchObject({
    sentence: expect.stringMatching(/^Ops has prepared a copy of your data in coaching/),
    mayOpen: true,
  });
  const { json, fileName } = granted(await collect('ana'));
  expect(fileName).toBe(`sideline-${open.portalId}-coaching-${people.ana.ownerId}.json`);
  const file = JSON.parse(json) as {
    notes: { by: string; state: string; content: { text: { text: string } } }[];
  };
  expect(file).toMatchObject({ name: 'Ana Ruiz', lines: [{ text: 'line of Ana' }] });
  expect(file.notes.map(({ by, state: how, content }) => [by, how, content.text.text]).sort()).toEqual([
    ['Maria Ruiz', 'draft', 'draft about Ana'],
    ['Maria Ruiz', 'private', 'private about Ana'],
    ['Maria Ruiz', 'shared', 'shared with Ana'],
  ]);
  expect(json).toContain('reply of Ana');
  expect(json).not.toContain('about Ben');
  expect(await state()).toMatchObject({ state: 'collected' });
  expect((await open.audited()).filter((action) => action.includes('co'))).toEqual(
    expect.arrayContaining(['send person coaching', 'collect coaching copy']),
  );
});

test('nobody but the person opens it, and neither ops nor the store holds a word of it', async () => {
  await writeAbout();
  const words = /shared with|private about|draft about|reply of|line of/;
  expect(JSON.stringify(await prepare())).not.toMatch(words);
  for (const name of ['olga', 'maria', 'eva', 'ben', 'dan'] as const)
    expect([name, await refusal(collect(name))]).toEqual([name, 'not_found']);
  expect(JSON.stringify(await state())).not.toMatch(words);
  expect((await sealed()).join()).not.toMatch(words);
  expect(JSON.stringify(await open.store.db.selectFrom('audit_entry').selectAll().execute())).not.toMatch(
    words,
  );
});

test('what an author throws away afterwards stays in the copy, and what they write afterwards does not get in', async () => {
  const { noteId, version } = await open.write('maria', 'private about Ana', { state: 'private' });
  await prepare();
  granted(await open.service.notes.discard(open.caller('maria'), { noteId, version }));
  await open.write('maria', 'written later', { state: 'private' });
  const { json } = granted(await collect('ana'));
  expect(json).toContain('private about Ana');
  expect(json).not.toContain('written later');
});

test('asked twice, or twice at once, there is one copy and one entry, until it was opened', async () => {
  await open.write('maria', 'first');
  await Promise.all([prepare(), prepare()]);
  await prepare();
  const starts = async () =>
    (await open.audited()).filter((action) => action === 'send person coaching').length;
  expect(await starts()).toBe(1);
  granted(await collect('ana'));
  await open.write('maria', 'second', { state: 'private' });
  // It may be opened again while it is there, and says the same.
  expect(granted(await collect('ana')).json).not.toContain('second');
  await prepare();
  expect(await starts()).toBe(2);
  expect(granted(await collect('ana')).json).toContain('second');
});

test('after thirty days it is gone, and ops see that it was not opened', async () => {
  await open.write('maria', 'first');
  await prepare();
  now = addDays(now, 30);
  expect(await refusal(collect('ana'))).toBe('not_found');
  expect(await waiting()).toBeNull();
  expect(await state()).toMatchObject({ state: 'expired', sendLabel: expect.any(String) });
  expect((await sealed())[0]).not.toBeNull();
  await forgetOldCoaching(open.store.db, now);
  expect(await sealed()).toEqual([null]);
  expect(await state()).toMatchObject({ state: 'expired' });
  expect(await prepare()).toMatchObject({ state: 'waiting' });
});

test('a manager who wrote is told nothing: the words under the box told them before they wrote', async () => {
  await writeAbout();
  const before = JSON.stringify(await open.card('maria'));
  await prepare();
  granted(await collect('ana'));
  expect(JSON.stringify(await open.card('maria'))).toBe(before);
});

test('for somebody whom HubSpot lets in no more nothing is prepared, and nobody is made up', async () => {
  const { db } = open.store;
  const [owner] = await db.selectFrom('owner').selectAll().where('id', '=', people.ben.ownerId).execute();
  const saved = {
    ...{ id: people.ben.ownerId, userId: owner?.user_id ?? null, teamId: owner?.team_id ?? null },
    ...{ email: owner?.email ?? '', name: owner?.name ?? '' },
  };
  await directoryOf(db, open.portalId).saveOwners([{ ...saved, archived: true }]);
  const { ownerId } = people.ben;
  expect(await refusal(copies().prepare(open.caller('olga'), { ownerId }))).toBe('bad_request');
  expect(await refusal(copies().prepare(open.caller('olga'), { ownerId: '4711' }))).toBe('not_found');
  await directoryOf(db, open.portalId).saveOwners([{ ...saved, archived: false }]);
  expect(await sealed()).toEqual([]);
});
