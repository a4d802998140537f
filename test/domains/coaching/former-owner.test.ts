import { sql } from 'kysely';
import { coachingCardRequest, coachingCardView, saveNoteRequest } from '../../../src/contract/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refused, type Name, type OpenCoaching } from './open-coaching.ts';

let open: OpenCoaching;
beforeAll(async () => {
  open = await openCoaching();
}, 60_000);
afterAll(() => open.stop());
//   eva ─ maria ─ ana, ben
beforeEach(async () => {
  await open.reset('2026-01-01T10:00:00Z');
  await give('ana');
});

/** HubSpot shows another owner of the deal, or none. */
const give = async (owner: Name | null): Promise<void> => {
  const ownerId = owner && people[owner].ownerId;
  await sql`update deal set owner_id = ${ownerId} where id = '7001'`.execute(open.store.db);
};
const card = async (name: Name) =>
  coachingCardView.parse(
    await granted(
      open.service.card.read(
        open.caller(name),
        coachingCardRequest.parse({ recordType: 'deal', recordId: '7001' }),
      ),
    ),
  );
const write = (name: Name, change: Record<string, unknown> = {}) =>
  open.service.notes.save(
    open.caller(name),
    saveNoteRequest.parse({
      ...{ recordType: 'deal', recordId: '7001', ownerId: people.ana.ownerId },
      ...{ noteId: null, version: 0, state: 'draft' },
      content: {
        topic: 'deal',
        text: { form: 'free', text: 'Begun' },
        promises: [{ text: 'Call Jo', doer: 'rep', dueOn: '2026-12-01' }],
      },
      ...change,
    }),
  );
const ana = { ownerId: people.ana.ownerId, name: 'Ana Ruiz' };

test.each(['ben', null] as const)(
  'a draft about the owner before is found, finished and shared beside a deal that belongs to %s now',
  async (owner) => {
    const { noteId, version } = await granted(write('maria'));
    expect(await card('maria')).toMatchObject({ draft: { id: noteId }, notes: [] });
    await give(owner);
    const view = await card('maria');
    expect(view.draft).toBeNull();
    expect(view.nextStep).toBeNull();
    expect(view.notes).toMatchObject([
      {
        id: noteId,
        state: 'draft',
        rep: ana,
        summary: 'About Ana Ruiz · Deal coaching · a draft, for you alone',
        mayEdit: true,
        mayDiscard: true,
        content: { text: { text: 'Begun' } },
        privacy: 'Private to you. Ana Ruiz may receive a copy if they ask for their data.',
        actionNotice: 'Once shared, Ana Ruiz and you see this action, and nobody else.',
      },
    ]);
    await granted(write('maria', { noteId, version, state: 'shared' }));
    expect((await card('maria')).notes).toMatchObject([
      { summary: 'About Ana Ruiz · Deal coaching · shared with Ana Ruiz · not answered yet' },
    ]);
    expect(await card('ana')).toMatchObject({
      viewer: 'other',
      notes: [{ rep: { name: 'You' }, summary: 'About you · Deal coaching · shared with you' }],
    });
    expect((await card('ben')).notes).toEqual([]);
  },
);

test('beside it stands what is begun about the owner of today, each under its own rep', async () => {
  const { noteId } = await granted(write('maria'));
  await give('ben');
  const begun = await granted(write('maria', { ownerId: people.ben.ownerId }));
  expect(begun.noteId).not.toBe(noteId);
  expect(await card('maria')).toMatchObject({ draft: { id: begun.noteId }, notes: [{ id: noteId }] });
  const change = { noteId, version: 1, ownerId: people.ben.ownerId };
  expect(await refused(write('maria', change))).toEqual(['bad_request', 'ownerId']);
});

test('what was begun about the owner of today, who reports elsewhere now, is found by its author and thrown away', async () => {
  const { noteId, version } = await granted(write('maria'));
  expect((await card('maria')).nextStep).toBeNull();
  await open.report({ ana: 'cleo' });
  expect(await card('maria')).toMatchObject({
    viewer: 'other',
    draft: null,
    nextStep: 'You do not manage Ana Ruiz any more. What you wrote stays here; what came after is not shown.',
    notes: [
      { id: noteId, state: 'draft', mayEdit: false, mayDiscard: true, passages: [{ text: 'Begun' }, {}] },
    ],
  });
  await granted(open.service.notes.discard(open.caller('maria'), { noteId, version }));
  expect(await card('maria')).toMatchObject({
    notes: [],
    nextStep: 'Nobody else reads it. If you manage them, ask ops to set who reports to you.',
  });
});

test('what was begun about somebody who reports elsewhere now can be read whole and thrown away, and nothing else', async () => {
  const { noteId, version } = await granted(write('maria'));
  await give('ben');
  await open.report({ ana: 'cleo' });
  expect((await card('maria')).notes).toMatchObject([
    {
      id: noteId,
      mayEdit: false,
      mayDiscard: true,
      content: null,
      privacy: null,
      actionNotice: null,
      passages: [
        { label: 'Note', text: 'Begun' },
        { label: 'Actions', text: 'Ana Ruiz: Call Jo, due 1 Dec 2026' },
      ],
    },
  ]);
  expect(await refused(write('maria', { noteId, version }))).toEqual(['not_found', 'ownerId']);
  for (const name of ['ana', 'ben', 'cleo', 'eva'] as const) expect((await card(name)).notes).toEqual([]);
  await granted(open.service.notes.discard(open.caller('maria'), { noteId, version }));
  expect((await card('maria')).notes).toEqual([]);
});

test('a shared note that is changed says who reads it, and what becomes of the change', async () => {
  await granted(write('maria', { state: 'shared' }));
  expect((await card('maria')).notes).toMatchObject([
    {
      mayEdit: true,
      privacy:
        'Ana Ruiz reads this note. What you change is private to you until you share it; they may receive a copy if they ask for their data.',
    },
  ]);
});

test('a shared note is nothing to throw away, and one about the owner of today does not say whom it is about', async () => {
  await granted(write('maria', { state: 'shared' }));
  expect((await card('maria')).notes).toMatchObject([
    { mayDiscard: false, rep: ana, summary: 'Deal coaching · shared with Ana Ruiz · not answered yet' },
  ]);
});

test('the owner before hands on what a former manager shared with them here', async () => {
  await granted(write('maria', { state: 'shared' }));
  await give('ben');
  await open.report({ ana: 'cleo' });
  expect((await card('ana')).handover).toMatchObject({
    takeBackLabel: null,
    openLabel: 'Let Cleo Ruiz read it',
  });
});
