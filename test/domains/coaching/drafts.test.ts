import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { DraftPlace } from '../../../src/contract/index.ts';
import { followMerge, forgetOldCoaching, heldCoachingOf } from '../../../src/domains/coaching/index.ts';
import { coachingRoutes } from '../../../src/domains/coaching/routes.ts';
import { inTransaction } from '../../../src/store/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refusal, type Name, type OpenCoaching } from './open-notes.ts';

let open: OpenCoaching;
let now: Date;
beforeAll(async () => {
  open = await openCoaching({ now: () => now });
}, 60_000);
afterAll(() => open.stop());
let noteId: string;
beforeEach(async () => {
  now = new Date('2026-11-24T10:00:00Z');
  await open.clear();
  await sql`delete from coaching_text_draft`.execute(open.store.db);
  await open.report('ana', 'maria');
  ({ noteId } = await open.write('maria', 'shared by Maria'));
});

const onDeal: DraftPlace = { kind: 'line', recordType: 'deal', recordId: '7001' };
const toNote = (): DraftPlace => ({ kind: 'addendum', noteId });
const save = (name: Name, place: DraftPlace, text: string, version = 0) =>
  open.service.drafts.save(open.caller(name), { place, text, version });
const keep = async (name: Name, place: DraftPlace, text: string, version = 0) =>
  granted(await save(name, place, text, version)).version;
const begun = async (name: Name, recordId = '7001') => (await open.card(name, recordId)).drafts;
const count = async () =>
  (await open.store.db.selectFrom('coaching_text_draft').select('version').execute()).length;
/** Sends over the route, with which the draft goes. */
const send = async (name: Name, path: string, input: object) => {
  const routes = coachingRoutes(open.service, async () => {});
  const route = routes.find((each) => each.path === `/cards/coaching/${path}`)!;
  return granted(await route.handle(open.caller(name), route.request.parse(input)));
};

test('what somebody has begun is brought back with the card, to them alone', async () => {
  const line = await keep('ana', onDeal, 'How do I get');
  const addendum = await keep('ana', toNote(), 'I see it');
  await keep('maria', toNote(), 'To be precise');
  const savedLabel = expect.stringMatching(/^Saved 24 Nov/);
  expect(await begun('ana')).toEqual({
    line: { version: line, text: 'How do I get', savedLabel },
    addenda: [{ noteId, version: addendum, text: 'I see it', savedLabel }],
    edits: [],
  });
  expect(await begun('maria')).toMatchObject({ line: null, addenda: [{ text: 'To be precise' }] });
  for (const name of ['eva', 'ben', 'olga'] as const)
    expect(await begun(name)).toEqual({ line: null, addenda: [], edits: [] });
  expect(await begun('ana', '7002')).toEqual({ line: null, addenda: [], edits: [] });
});

test('the second of two windows is told, writes over nothing, and finds the other version on the card', async () => {
  const first = await keep('ana', onDeal, 'one');
  const second = await keep('ana', onDeal, 'one and two', first);
  expect(await refusal(save('ana', onDeal, 'other', first))).toBe('conflict');
  expect(await refusal(save('ana', onDeal, 'other', 0))).toBe('conflict');
  expect(await begun('ana')).toMatchObject({ line: { text: 'one and two', version: second } });
  await keep('ana', onDeal, 'other', second);
  expect(await begun('ana')).toMatchObject({ line: { text: 'other' } });
});

test('of two windows that save at the same moment one is kept and the other is told', async () => {
  const race = async (version: number) => {
    const texts = ['one', 'two', 'three'].map((text) => `${text} after ${version}`);
    const answers = await Promise.all(texts.map((text) => save('ana', onDeal, text, version)));
    const kept = answers.flatMap((answer) => (answer.ok ? [answer.value.version] : []));
    expect(kept).toHaveLength(1);
    expect(answers.filter(({ ok }) => !ok)).toMatchObject(
      [0, 1].map(() => ({ failure: { code: 'conflict', field: 'version' } })),
    );
    return kept[0] ?? 0;
  };
  await race(await race(0));
  expect(await count()).toBe(1);
});

test('the same again is no second save, whatever version it names', async () => {
  const version = await keep('ana', onDeal, 'one');
  expect(await keep('ana', onDeal, 'one')).toBe(version);
  expect(await keep('ana', onDeal, 'one', version)).toBe(version);
});

test('emptied it is gone, and a window that saw it before cannot write over what came after', async () => {
  const version = await keep('ana', onDeal, 'one');
  expect(await keep('ana', onDeal, '', version)).toBe(0);
  expect(await keep('ana', onDeal, '', version)).toBe(0);
  expect(await count()).toBe(0);
  const later = await keep('ana', onDeal, 'anew');
  expect(later).not.toBe(version);
  expect(await refusal(save('ana', onDeal, 'old window', version))).toBe('conflict');
  expect(await refusal(save('ana', onDeal, '', version))).toBe('conflict');
});

test('sent it is gone, unless another window has written on', async () => {
  const line = await keep('ana', onDeal, 'Pricing');
  const record = { recordType: 'deal', recordId: '7001' };
  await send('ana', 'line', { ...record, text: 'Pricing', draftVersion: line });
  expect(await begun('ana')).toMatchObject({ line: null });
  const addendum = await keep('ana', toNote(), 'Yes');
  await keep('ana', toNote(), 'Yes, but', addendum);
  await send('ana', 'note/addendum', { noteId, text: 'Yes', draftVersion: addendum });
  expect(await begun('ana')).toMatchObject({ addenda: [{ text: 'Yes, but' }] });
  const { version } = (await begun('ana')).addenda[0]!;
  await send('ana', 'note/addendum', { noteId, text: 'Yes, but', draftVersion: version });
  expect(await begun('ana')).toEqual({ line: null, addenda: [], edits: [] });
});

test('what is begun for the next 1:1 stays with the next one, whatever its number and its manager', async () => {
  const at = (recordId: string): DraftPlace => ({ kind: 'line', recordType: 'meeting', recordId });
  const version = await keep('ana', at('2061'), 'Holidays');
  expect(await keep('ana', at('2062'), 'Holidays, and pay', version)).not.toBe(version);
  const card = granted(
    await open.service.card.read(open.caller('ana'), {
      ...{ recordType: 'meeting', recordId: '2099', ownerId: people.ana.ownerId },
    }),
  );
  expect(card.drafts.line).toMatchObject({ text: 'Holidays, and pay' });
});

test('nothing is kept beside what one may not write to, and a refusal names field and fix', async () => {
  for (const name of ['ben', 'eva', 'olga'] as const)
    expect([name, await refusal(save(name, toNote(), 'guessed'))]).toEqual([name, 'not_found']);
  const hidden = await open.write('maria', 'private to Maria', { state: 'private' });
  for (const name of ['ana', 'maria'] as const)
    expect(await refusal(save(name, { kind: 'addendum', noteId: hidden.noteId }, 'x'))).toBe('not_found');
  expect(await refusal(save('ana', { ...onDeal, recordId: '4040' }, 'x'))).toBe('not_found');
  expect(await save('ana', onDeal, 'my card is 4111 1111 1111 1111')).toMatchObject({
    failure: { code: 'bad_request', field: 'text', message: expect.stringMatching(/Take it out/) },
  });
  expect(await count()).toBe(0);
});

test('no word of it stands in the store or in the log, and nobody else learns that there is one', async () => {
  const secret = `zanzibar ${randomUUID()}`;
  await keep('ana', onDeal, secret);
  await keep('ana', toNote(), secret);
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(open.store.db);
  for (const { name } of rows) {
    const found = await sql`select 1 from ${sql.table(name)} t
      where to_jsonb(t)::text like '%zanzibar%'`.execute(open.store.db);
    expect([name, found.rows.length]).toEqual([name, 0]);
  }
  expect(await open.audited()).toEqual(['share coaching note']);
});

test('a draft follows a merged deal, and of two of one author both texts are kept', async () => {
  const place = (recordId: string): DraftPlace => ({ kind: 'line', recordType: 'deal', recordId });
  await keep('ana', place('7001'), 'on the loser');
  const seen = await keep('ana', place('7002'), 'on the survivor');
  await keep('maria', place('7001'), 'of Maria');
  const merge = { survivorId: '7002', mergedIds: ['7001'] };
  for (let time = 0; time < 2; time += 1)
    await inTransaction(open.store.db, (trx) => followMerge(trx, open.portalId, merge));
  expect((await begun('ana', '7002')).line?.text).toBe('on the survivor\n\non the loser');
  expect((await begun('maria', '7002')).line?.text).toBe('of Maria');
  expect(await count()).toBe(2);
  // A box that was open over the survivor is told.
  expect(await refusal(save('ana', place('7002'), 'on the survivor, later', seen))).toBe('conflict');
  const { version } = (await begun('ana', '7002')).line!;
  await keep('ana', place('7002'), 'one text', version);
  expect((await begun('ana', '7002')).line?.text).toBe('one text');
});

test('it is kept as long as coaching is, or as its note, and told in the export without a word', async () => {
  await keep('ana', onDeal, 'old');
  now = new Date('2026-12-24T10:00:00Z');
  await keep('ana', toNote(), 'newer');
  await keep('maria', toNote(), 'of Maria');
  granted(await open.service.notes.add(open.caller('ana'), { noteId, text: 'still on' }));
  const night = (at: string) => forgetOldCoaching(open.store.db, new Date(at));
  await night('2028-11-23T10:00:00Z');
  expect(await count()).toBe(3);
  await night('2028-11-25T10:00:00Z');
  expect(await count()).toBe(2);
  const held = heldCoachingOf(open.store.db, open.portalId);
  expect((await held.list(people.ana.ownerId))['coachingDrafts']).toEqual([
    { record_type: 'note', record_id: noteId, at: now },
  ]);
  await open.store.db
    .updateTable('coaching_text_draft')
    .set({ at: new Date('2028-01-01T10:00:00Z') })
    .execute();
  await night('2028-12-25T10:00:00Z');
  // The note was old enough, and what was to be added to it went along.
  expect(await count()).toBe(0);
});

test('a draft is erased with its author, and with the person whom its note is about', async () => {
  await keep('ana', onDeal, 'line');
  await keep('ana', toNote(), 'reply');
  await keep('maria', toNote(), 'of Maria');
  const held = heldCoachingOf(open.store.db, open.portalId);
  await held.erase(people.ana.ownerId);
  expect(await count()).toBe(0);
});
