import { heldCoachingOf } from '../../../src/domains/coaching/index.ts';
import { exportView } from '../../../src/contract/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refusal, type Name, type OpenCoaching } from './open-notes.ts';

let open: OpenCoaching;
beforeAll(async () => {
  open = await openCoaching();
}, 60_000);
afterAll(() => open.stop());
// Maria was Ana's manager and wrote; Dan is now. Eva stands above both.
let noteId: string;
beforeEach(async () => {
  await open.clear();
  await open.report('maria', 'eva');
  await open.report('dan', 'eva');
  await open.report('ana', 'maria');
  ({ noteId } = await open.write('maria', 'shared by Maria'));
  await open.write('maria', 'private to Maria', { state: 'private' });
  await open.write('maria', 'draft of Maria', { state: 'draft' });
  await open.service.notes.add(open.caller('ana'), { noteId, text: 'reply of Ana' });
  await open.report('ana', 'dan');
});

const here = { record: { recordType: 'deal', recordId: '7001' } } as const;
const everywhere = { record: null };
const hand = (name: Name, request: Parameters<OpenCoaching['service']['handover']['handOn']>[1] = here) =>
  open.service.handover.handOn(open.caller(name), request);
const read = async (name: Name) => JSON.stringify((await open.card(name)).notes);

test('the rep opens what a former manager shared to the manager of today, who reads and does no more', async () => {
  expect((await open.card('ana')).handover).toEqual({
    sentences: [
      'Maria Ruiz shared 1 note with you that Dan Ruiz cannot read as it is now. Only you can open it.',
    ],
    openLabel: 'Let Dan Ruiz read it',
    takeBackLabel: null,
  });
  expect((await open.card('dan')).notes).toEqual([]);
  granted(await hand('ana'));
  const [note, ...others] = (await open.card('dan')).notes;
  expect(others).toEqual([]);
  expect(note).toMatchObject({
    id: noteId,
    by: 'Maria Ruiz',
    passages: [{ text: 'shared by Maria' }],
    addenda: [{ by: 'Ana Ruiz', text: 'reply of Ana' }],
    mayEdit: false,
    mayAcknowledge: false,
    mayAdd: false,
    content: null,
  });
  expect(note?.summary).toContain('handed on to you by Ana Ruiz on ');
  const dan = open.caller('dan');
  const { notes } = open.service;
  expect(await refusal(notes.add(dan, { noteId, text: 'me too' }))).toBe('not_found');
  expect(await refusal(notes.acknowledge(dan, { noteId, version: 1, answer: 'agreed' }))).toBe('not_found');
  expect(await refusal(notes.discard(dan, { noteId, version: 1 }))).toBe('not_found');
  await expect(open.write('dan', 'over it', { noteId, version: 1 })).rejects.toThrow('not_found');
  // Nobody else reads more than before, and Maria learns nothing.
  for (const name of ['eva', 'ben', 'olga'] as const) expect(await read(name)).toBe('[]');
  expect(await open.audited()).toContain('hand coaching on');
  const reads = await open.store.db.selectFrom('coaching_access').select(['note_id', 'reader_id']).execute();
  expect(reads).toContainEqual({ note_id: noteId, reader_id: people.dan.ownerId });
});

test('nobody but the rep hands on, and only what former managers shared with them', async () => {
  for (const name of ['maria', 'dan', 'eva', 'ben', 'olga'] as const) {
    expect([name, await refusal(hand(name))]).toEqual([name, 'not_found']);
    expect([name, await refusal(hand(name, everywhere))]).toEqual([name, 'not_found']);
    expect((await open.card(name)).handover).toBeNull();
  }
  expect(await read('dan')).toBe('[]');
  granted(await hand('ana', everywhere));
  expect(await read('dan')).not.toMatch(/private|draft/);
});

test('what is said afterwards is not part of it until the rep opens it again', async () => {
  granted(await hand('ana'));
  await open.service.notes.add(open.caller('ana'), { noteId, text: 'said later' });
  await open.service.notes.acknowledge(open.caller('ana'), { noteId, version: 1, answer: 'disagreed' });
  expect(await read('dan')).not.toContain('said later');
  expect((await open.card('dan')).notes).toMatchObject([{ acknowledgement: null }]);
  expect((await open.card('ana')).handover).toMatchObject({ openLabel: 'Let Dan Ruiz read it' });
  granted(await hand('ana'));
  expect(await read('dan')).toContain('said later');
  expect((await open.card('dan')).notes).toMatchObject([{ acknowledgement: 'disagreed' }]);
  expect((await open.card('ana')).handover).toMatchObject({ openLabel: null });
});

test('what the rep scored of themselves later is said to be closed, and handed on once more', async () => {
  granted(await hand('ana'));
  await open.store.db
    .updateTable('coaching_note')
    .set({ self_scored_at: new Date() })
    .where('id', '=', noteId)
    .execute();
  expect((await open.card('ana')).handover).toMatchObject({ openLabel: 'Let Dan Ruiz read it' });
});

test('what its author writes in it later, above the rep again, is no part of what was handed on', async () => {
  granted(await hand('ana'));
  await open.report('dan', 'maria');
  await open.write('maria', 'written later', { noteId, version: 1 });
  expect(await read('dan')).toBe('[]');
  // Once she has left again the rep may hand it on as it is now.
  await open.report('dan', 'eva');
  expect((await open.card('ana')).handover).toMatchObject({ openLabel: 'Let Dan Ruiz read it' });
  granted(await hand('ana'));
  expect(await read('dan')).toContain('written later');
});

test('the former manager keeps what they wrote and learns nothing new', async () => {
  granted(await hand('ana'));
  await open.service.notes.add(open.caller('ana'), { noteId, text: 'said later' });
  const [action] = (await open.card('ana')).actions;
  granted(await open.service.actions.tick(open.caller('ana'), { actionId: action?.id ?? '', isDone: true }));
  const seen = await open.card('maria');
  expect(seen.notes.map(({ passages }) => passages[0]?.text).sort()).toEqual([
    'draft of Maria',
    'private to Maria',
    'shared by Maria',
  ]);
  expect(JSON.stringify(seen)).not.toMatch(/said later|handed on/);
  expect(seen.actions).toMatchObject([{ isDone: false }]);
  // Her own export says no more than her card.
  const own = await open.service.copies.readOwn(open.portalId, people.maria.ownerId);
  expect(JSON.stringify(own)).not.toContain('said later');
  expect(own.actions).toMatchObject([{ state: 'open' }]);
  expect((await open.card('ana')).actions).toMatchObject([{ isDone: true }]);
  // Nor when the rep moves on once more, or goes to somebody else below the same director.
  await open.report('ana', 'eva');
  await open.report('ana', 'dan');
  expect(JSON.stringify(await open.card('maria'))).not.toMatch(/said later|handed on/);
  expect((await open.card('maria')).actions).toMatchObject([{ isDone: false }]);
  const held = await heldCoachingOf(open.store.db, open.portalId).list(people.maria.ownerId);
  expect(JSON.stringify(held)).not.toContain('done');
});

test('the rep takes back, once or twice, and the manager reads no more', async () => {
  granted(await hand('ana'));
  granted(await open.service.handover.takeBack(open.caller('ana'), here));
  expect(await read('dan')).toBe('[]');
  granted(await open.service.handover.takeBack(open.caller('ana'), here));
  expect((await open.audited()).filter((action) => action === 'take coaching back')).toHaveLength(1);
  expect(await refusal(open.service.handover.takeBack(open.caller('dan'), here))).toBe('not_found');
});

test('asked twice, or twice at once, it is handed on once', async () => {
  const answers = await Promise.all([hand('ana'), hand('ana', everywhere)]);
  answers.forEach(granted);
  granted(await hand('ana'));
  const rows = await open.store.db.selectFrom('coaching_handover').select('note_id').execute();
  expect(rows).toEqual([{ note_id: noteId }]);
});

test('it ends with the manager, and no edit of who reports to whom opens it again', async () => {
  granted(await hand('ana'));
  await open.report('ana', 'eva');
  expect(await read('dan')).toBe('[]');
  expect(await read('eva')).toBe('[]');
  await open.report('ana', 'dan');
  expect(await read('dan')).toBe('[]');
  expect((await open.card('ana')).handover).toMatchObject({ openLabel: 'Let Dan Ruiz read it' });
});

test('a manager takes no copy of what was handed on: it is no part of their own export', async () => {
  granted(await hand('ana'));
  expect((await open.service.copies.readOwn(open.portalId, people.dan.ownerId)).notes).toEqual([]);
  const olga = open.caller('olga');
  granted(await open.service.copies.prepare(olga, { ownerId: people.dan.ownerId }));
  const { json } = exportView.parse(granted(await open.service.copies.collect(open.caller('dan'))));
  expect(json).not.toContain('shared by Maria');
});
