import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { saveEditRequest, type NoteContent, type SaveEditRequest } from '../../../src/contract/index.ts';
import {
  followMerge,
  forgetOldCoaching,
  heldCoachingOf,
  rubricsOf,
  starterRubric,
} from '../../../src/domains/coaching/index.ts';
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

const promise = { id: '1', text: 'promised: shared by Maria', doer: 'rep', dueOn: '2026-12-01' } as const;
const contentOf = (text: string, promises: NoteContent['promises'] = [promise]): NoteContent => ({
  ...{ topic: 'deal', text: { form: 'free', text }, promises },
});
const save = (name: Name, text: string, change: Partial<SaveEditRequest> = {}) =>
  open.service.edits.save(
    open.caller(name),
    saveEditRequest.parse({
      ...{ noteId, version: 0, noteVersion: 1, seenPromises: [promise], content: contentOf(text) },
      ...change,
    }),
  );
const keep = async (text: string, version = 0, change: Partial<SaveEditRequest> = {}) =>
  granted(await save('maria', text, { version, ...change })).version;
const share = (text: string, editVersion: number, change = {}) =>
  open.write('maria', '', {
    ...{ noteId, version: 1, content: contentOf(text), seenPromises: [promise], editVersion, ...change },
  });
const refusedShare = (text: string, editVersion: number) =>
  refusal(
    open.service.notes.save(open.caller('maria'), {
      ...{ recordType: 'deal', recordId: '7001', ownerId: people.ana.ownerId, noteId, version: 1 },
      ...{ content: contentOf(text), state: 'shared', editVersion },
    }),
  );
const discard = (name: Name, version: number) =>
  open.service.edits.discard(open.caller(name), { noteId, version });
const edits = async (name: Name = 'maria', recordId = '7001') =>
  (await open.card(name, recordId)).drafts.edits;
const read = async (name: Name) => {
  const note = (await open.card(name)).notes.find(({ id }) => id === noteId);
  if (!note) throw new Error('no such note');
  return note;
};
const passage = (text: string) => [{ label: 'Note', text }];

test('what an author has begun to change is brought back to them; the rep reads what was shared', async () => {
  const before = await read('ana');
  const version = await keep('to be clearer');
  expect(await edits()).toEqual([
    {
      ...{ noteId, version, noteVersion: 1, seenPromises: [promise], content: contentOf('to be clearer') },
      savedLabel: expect.stringMatching(/^Saved 24 Nov/),
    },
  ]);
  expect(await read('ana')).toEqual(before);
  expect(await read('maria')).toMatchObject({ version: 1, passages: passage('shared by Maria') });
  for (const name of ['ana', 'eva', 'ben', 'olga'] as const) expect(await edits(name)).toEqual([]);
});

test('shared, it is what the rep reads, and no draft any more, also where the answer was lost', async () => {
  const version = await keep('to be clearer');
  for (let time = 0; time < 2; time += 1) expect((await share('to be clearer', version)).version).toBe(2);
  expect(await edits()).toEqual([]);
  expect(await read('ana')).toMatchObject({ version: 2, passages: passage('to be clearer') });
  expect((await open.audited()).filter((each) => each === 'share coaching note')).toHaveLength(2);
});

test('shared as it was already, it is no draft any more either', async () => {
  const version = await keep('to be clearer');
  await share('shared by Maria', version);
  expect(await edits()).toEqual([]);
  expect((await read('ana')).version).toBe(1);
});

test('what another window has written on since stays when the note is shared', async () => {
  const version = await keep('one');
  await keep('one and two', version);
  await share('one', version);
  expect(await edits()).toMatchObject([{ content: contentOf('one and two'), noteVersion: 1 }]);
});

test('a refused share leaves it as it is', async () => {
  const version = await keep('mine');
  await share('from another window', 0);
  expect(await refusedShare('mine', version)).toBe('conflict');
  expect(await edits()).toMatchObject([{ version, noteVersion: 1, content: contentOf('mine') }]);
  expect((await read('maria')).version).toBe(2);
});

test('the second of two windows is told and writes over nothing; of several at once one is kept', async () => {
  const first = await keep('one');
  const second = await keep('one and two', first);
  expect(await refusal(save('maria', 'other', { version: first }))).toBe('conflict');
  expect(await refusal(save('maria', 'other'))).toBe('conflict');
  expect(await keep('one and two', first)).toBe(second);
  const answers = await Promise.all(['a', 'b', 'c'].map((text) => save('maria', text, { version: second })));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter(({ ok }) => !ok)).toMatchObject(
    [0, 1].map(() => ({ failure: { code: 'conflict', field: 'version' } })),
  );
});

test('what says what the note says already is none; a promise that HubSpot changed meanwhile is no change', async () => {
  const seenPromises = [{ ...promise, dueOn: '2026-12-24' }];
  const untouched = { seenPromises, content: contentOf('shared by Maria', seenPromises) };
  expect(await keep('', 0, untouched)).toBe(0);
  const version = await keep('changed', 0);
  expect(await keep('', version, untouched)).toBe(0);
  expect(await edits()).toEqual([]);
  expect(await keep('shared by Maria')).toBe(0);
  const begun = await keep('', 0, { content: contentOf('shared by Maria', []) });
  expect(begun).toBeGreaterThan(0);
});

test('what was said to a note that has changed since is kept, even in the words that the note had', async () => {
  await share('as it is now', 0);
  expect(await keep('as it is now', 0)).toBeGreaterThan(0);
});

test('thrown away it is gone, once or twice, and a later one stays', async () => {
  const version = await keep('one');
  const later = await keep('one and two', version);
  expect(await refusal(discard('maria', version))).toBe('conflict');
  expect(await edits()).toHaveLength(1);
  for (let time = 0; time < 2; time += 1) granted(await discard('maria', later));
  expect(await edits()).toEqual([]);
  expect(await refusal(save('maria', 'old window', { version: later }))).toBe('conflict');
});

test('nobody but the author of a shared note begins or throws away a change of it', async () => {
  const version = await keep('mine');
  for (const name of ['ana', 'ben', 'eva', 'olga'] as const) {
    expect([name, await refusal(save(name, 'guessed'))]).toEqual([name, 'not_found']);
    expect([name, await refusal(discard(name, version))]).toEqual([name, 'not_found']);
  }
  const hidden = await open.write('maria', 'private to Maria', { state: 'private' });
  expect(await refusal(save('maria', 'x', { noteId: hidden.noteId }))).toBe('not_found');
  expect(await edits()).toHaveLength(1);
});

test('a refusal names field and fix', async () => {
  expect(await save('maria', 'card 4111 1111 1111 1111')).toMatchObject({
    failure: {
      code: 'bad_request',
      field: 'content.text.text',
      message: expect.stringMatching(/Take it out/),
    },
  });
  const scoring = { rubricId: '4040', version: 1, levels: [{ skillId: 'discovery', level: 2 }] };
  expect(await save('maria', '', { content: { ...contentOf('x'), scoring } })).toMatchObject({
    failure: { code: 'not_found', field: 'content.scoring.rubricId' },
  });
});

test('answered meanwhile, the note stands, and what was begun is still there to add or to throw away', async () => {
  const version = await keep('half a');
  granted(await open.service.notes.acknowledge(open.caller('ana'), { noteId, version: 1, answer: 'agreed' }));
  const later = await keep('half a sentence', version);
  expect(await refusedShare('half a sentence', later)).toBe('conflict');
  expect(await read('maria')).toMatchObject({ content: null, mayAdd: true });
  expect(await edits()).toMatchObject([{ content: contentOf('half a sentence') }]);
  granted(await open.service.notes.add(open.caller('maria'), { noteId, text: 'half a sentence' }));
  granted(await discard('maria', later));
  expect(await edits()).toEqual([]);
});

test('whoever has ceased to be the rep’s manager keeps what they had begun, writes no further, and throws it away', async () => {
  const version = await keep('begun');
  await open.report('ana', 'eva');
  expect(await save('maria', 'more', { version })).toMatchObject({
    failure: { code: 'forbidden', message: expect.stringMatching(/do not report to you any more/) },
  });
  expect(await edits()).toMatchObject([{ content: contentOf('begun') }]);
  now = new Date(Date.now() + 60_000);
  granted(await open.service.handover.handOn(open.caller('ana'), { record: null }));
  expect(await edits('eva')).toEqual([]);
  expect(await read('eva')).toMatchObject({ version: 1, passages: passage('shared by Maria') });
  granted(await discard('maria', version));
  expect(await edits()).toEqual([]);
});

test('it follows its note to the deal that is left of two', async () => {
  const version = await keep('begun');
  const merge = { survivorId: '7002', mergedIds: ['7001'] };
  await inTransaction(open.store.db, (trx) => followMerge(trx, open.portalId, merge));
  expect(await edits('maria', '7002')).toMatchObject([{ noteId, version }]);
});

test('no word of it stands in the store or the log; the export names when and where', async () => {
  await keep(`zanzibar ${randomUUID()}`);
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(open.store.db);
  for (const { name } of rows) {
    const found = await sql`select 1 from ${sql.table(name)} t
      where to_jsonb(t)::text like '%zanzibar%'`.execute(open.store.db);
    expect([name, found.rows.length]).toEqual([name, 0]);
  }
  expect(await open.audited()).toEqual(['share coaching note']);
  const held = heldCoachingOf(open.store.db, open.portalId);
  expect((await held.list(people.maria.ownerId))['coachingDrafts']).toEqual([
    { record_type: 'edit', record_id: noteId, at: now },
  ]);
  expect((await held.list(people.ana.ownerId))['coachingDrafts']).toEqual([]);
});

test('it goes with age, with its note, with its author, and with the person whom the note is about', async () => {
  const count = async () =>
    (await open.store.db.selectFrom('coaching_text_draft').select('version').execute()).length;
  const night = (at: string) => forgetOldCoaching(open.store.db, new Date(at));
  const held = heldCoachingOf(open.store.db, open.portalId);
  const version = await keep('old');
  now = new Date('2026-12-24T10:00:00Z');
  granted(await open.service.notes.add(open.caller('ana'), { noteId, text: 'still on' }));
  await night('2028-11-23T10:00:00Z');
  expect(await count()).toBe(1);
  await night('2028-11-25T10:00:00Z');
  expect(await count()).toBe(0);
  now = new Date('2028-01-24T10:00:00Z');
  expect(version).toBeGreaterThan(0);
  await keep('newer than its note');
  await night('2028-12-25T10:00:00Z');
  expect(await count()).toBe(0);
  for (const name of ['maria', 'ana'] as const) {
    ({ noteId } = await open.write('maria', 'shared by Maria'));
    await keep('begun');
    await held.erase(people[name].ownerId);
    expect([name, await count()]).toEqual([name, 0]);
  }
});

test('scores stand in it as in a note, and are brought back', async () => {
  const ref = await rubricsOf(open.store.db, open.portalId).begin(starterRubric, now);
  if (!ref) throw new Error('there is such a rubric already');
  const scoring = { ...ref, levels: [{ skillId: 'discovery', level: 2 }] };
  await keep('', 0, { content: { ...contentOf('scored'), scoring } });
  const card = await open.card('maria');
  expect(card.drafts.edits).toMatchObject([{ content: { scoring } }]);
  expect(card.rubrics.map(({ rubricId }) => rubricId)).toContain(ref.rubricId);
});
