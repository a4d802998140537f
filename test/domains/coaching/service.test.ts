import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { auditOf } from '../../../src/access/index.ts';
import {
  coachingCardRequest,
  coachingCardView,
  saveNoteRequest,
  type NoteContent,
  type SaveNoteRequest,
} from '../../../src/contract/index.ts';
import {
  createCoachingService,
  heldCoachingOf,
  type CoachingService,
} from '../../../src/domains/coaching/index.ts';
import { quotasOf } from '../../../src/domains/quota/index.ts';
import { createSealer, openPortalSealer, resealPortalKeys } from '../../../src/install/index.ts';
import { systemClock } from '../../../src/kernel/clock.ts';
import { localDay } from '../../../src/kernel/local-day.ts';
import type { OpenDatabase } from '../../../src/store/index.ts';
import { pullPortal, type PortalSync } from '../../../src/sync/index.ts';
import { openSync, type OpenSync } from '../../support/open-sync.ts';
import { openTestStore } from '../../support/open-test-store.ts';
import { people } from '../../support/small-company.ts';

let store: OpenDatabase;
let open: OpenSync;
let sync: PortalSync;
let coaching: CoachingService;
const key = { id: 'k1', key: randomBytes(32) };
const sealer = createSealer([key]);

const report = (name: Name, manager: Name | null) => ({
  ownerId: people[name].ownerId,
  teamId: '11',
  managerId: manager && people[manager].ownerId,
  startsOn: null,
  endsOn: null,
  rampMonths: 0,
});

beforeAll(async () => {
  store = await openTestStore();
  open = await openSync(store.db);
  await pullPortal(await open.sync());
  sync = await open.sync();
  coaching = createCoachingService({
    db: store.db,
    clock: sync.clock,
    realClock: systemClock,
    askForWork: async () => {},
    hasTasks: async () => false,
    openSealer: (portalId) => openPortalSealer({ db: store.db, sealer }, portalId),
  });
});
afterAll(async () => {
  await open.stop();
  await store.close();
});
//   eva ─ maria ─ ana, ben      olga is ops and manages nobody
beforeEach(async () => {
  for (const table of [
    'coaching_note',
    'coaching_addendum',
    'coaching_line',
    'coaching_action',
    'coaching_access',
    'audit_entry',
  ])
    await sql`delete from ${sql.table(table)}`.execute(store.db);
  await quotasOf(store.db, sync.portal.id).savePeople([
    report('ana', 'maria'),
    report('ben', 'maria'),
    report('maria', 'eva'),
  ]);
});

type Name = keyof typeof people;
const caller = (name: Name) => ({
  portal: sync.portal,
  userId: String(people[name].userId),
  isOps: name === 'olga',
});
const grow = (
  change: Partial<Record<'goal' | 'reality' | 'options' | 'will', string>> = {},
): NoteContent => ({
  topic: 'deal',
  text: { form: 'grow', goal: '', reality: '', options: '', will: '', ...change },
  promises: [],
});
const note = (change: Partial<SaveNoteRequest> = {}): SaveNoteRequest =>
  saveNoteRequest.parse({
    recordType: 'deal',
    recordId: '7001',
    ownerId: people.ana.ownerId,
    noteId: null,
    version: 0,
    content: grow({ goal: 'Signed order form by 30 Nov' }),
    state: 'shared',
    ...change,
  });
async function save(name: Name, change: Partial<SaveNoteRequest> = {}) {
  const saved = await coaching.notes.save(caller(name), note(change));
  if (!saved.ok) throw new Error(`${saved.failure.code}: ${saved.failure.message}`);
  return saved.value;
}
const refusal = async (answer: Promise<{ ok: boolean; failure?: { code: string; field?: string } }>) => {
  const { failure } = await answer;
  return failure && [failure.code, failure.field];
};
async function card(name: Name, recordId = '7001') {
  const request = coachingCardRequest.parse({ recordType: 'deal', recordId });
  const answer = await coaching.card.read(caller(name), request);
  if (!answer.ok) throw new Error(answer.failure.message);
  return coachingCardView.parse(answer.value);
}
const textsOf = async (name: Name) =>
  (await card(name)).notes.flatMap(({ passages }) => passages.map(({ text }) => text));

test('a shared note is for author and rep, whoever else looks: the manager above, a peer, ops', async () => {
  await save('maria', {
    content: {
      ...grow({ goal: 'Signed by 30 Nov', will: 'Ana calls Jo' }),
      promises: [{ id: '1', text: 'Call Jo', doer: 'rep', dueOn: '2026-11-27' }],
    },
  });
  expect(await textsOf('maria')).toEqual(['Signed by 30 Nov', 'Ana calls Jo']);
  expect(await textsOf('ana')).toEqual(['Signed by 30 Nov', 'Ana calls Jo']);
  for (const name of ['ben', 'eva', 'olga'] as const) {
    const view = await card(name);
    expect([name, view.notes, view.actions, view.lines]).toEqual([name, [], [], []]);
    expect(JSON.stringify(view)).not.toContain('Jo');
  }
  expect(await card('ana')).toMatchObject({
    viewer: 'rep',
    notes: [
      { by: 'Maria Ruiz', summary: 'Deal coaching · shared with you', mayAcknowledge: true, mayEdit: false },
    ],
    actions: [{ text: 'Call Jo', who: 'You', due: 'due 27 Nov 2026', isOverdue: false, mayTick: true }],
  });
  expect((await card('olga')).headline).toBe('Coaching on this deal is between Ana Ruiz and their manager');
});

test('drafts and private notes are for their author alone', async () => {
  const draft = await save('maria', { state: 'draft' });
  expect(await card('maria')).toMatchObject({ notes: [], draft: { id: draft.noteId, version: 1 } });
  expect(await card('ana')).toMatchObject({ notes: [], draft: null });
  await save('maria', { noteId: draft.noteId, version: 1, state: 'private' });
  expect(await textsOf('maria')).toEqual(['Signed order form by 30 Nov']);
  expect(await textsOf('ana')).toEqual([]);
});

test('nobody writes about anybody but whoever reports to them, at any height', async () => {
  for (const name of ['ana', 'ben', 'olga'] as const)
    expect([name, await refusal(coaching.notes.save(caller(name), note()))]).toEqual([
      name,
      ['not_found', 'ownerId'],
    ]);
  await save('eva');
  expect(await textsOf('eva')).toHaveLength(1);
  expect(await textsOf('maria')).toHaveLength(0);
});

test('of two who save at once the second is told, and neither text is lost', async () => {
  const { noteId } = await save('maria', { state: 'draft' });
  const mine = note({ noteId, version: 1, state: 'draft', content: grow({ goal: 'first window' }) });
  const other = note({ noteId, version: 1, state: 'draft', content: grow({ goal: 'second window' }) });
  expect(await coaching.notes.save(caller('maria'), mine)).toMatchObject({ ok: true, value: { version: 2 } });
  expect(await refusal(coaching.notes.save(caller('maria'), other))).toEqual(['conflict', 'version']);
  // The same again, because its answer got lost, is no conflict and no second version.
  expect(await coaching.notes.save(caller('maria'), mine)).toMatchObject({ ok: true, value: { version: 2 } });
  expect((await card('maria')).draft?.content).toEqual(mine.content);
  expect(await coaching.notes.save(caller('maria'), { ...other, version: 2 })).toMatchObject({
    value: { version: 3 },
  });
  // A draft begun anew where there is one is a conflict too.
  expect(await refusal(coaching.notes.save(caller('maria'), note({ state: 'draft' })))).toEqual([
    'conflict',
    'version',
  ]);
});

test('what is thrown away is the version that was seen, and no other, however large its number', async () => {
  const { noteId } = await save('maria', { state: 'private' });
  for (const version of [2, 2 ** 31, Number.MAX_SAFE_INTEGER])
    expect(await refusal(coaching.notes.discard(caller('maria'), { noteId, version }))).toEqual([
      'conflict',
      'version',
    ]);
  expect((await card('maria')).notes).toHaveLength(1);
  expect(await refusal(coaching.notes.discard(caller('maria'), { noteId, version: 1 }))).toBeUndefined();
});

test('two replicas that begin the same draft at once make one', async () => {
  const begun = await Promise.all(
    ['one', 'two'].map((goal) =>
      coaching.notes.save(caller('maria'), note({ state: 'draft', content: grow({ goal }) })),
    ),
  );
  expect(begun.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await card('maria')).draft).not.toBeNull();
});

test('after the rep has answered the text stands, and both may add to it', async () => {
  const { noteId } = await save('maria');
  expect(
    await refusal(coaching.notes.acknowledge(caller('maria'), { noteId, version: 1, answer: 'agreed' })),
  ).toEqual(['not_found', 'noteId']);
  expect(
    await coaching.notes.acknowledge(caller('ana'), { noteId, version: 1, answer: 'seen' }),
  ).toMatchObject({
    ok: true,
  });
  expect(
    await coaching.notes.acknowledge(caller('ana'), { noteId, version: 1, answer: 'disagreed' }),
  ).toMatchObject({
    ok: true,
  });
  expect(
    await coaching.notes.acknowledge(caller('ana'), { noteId, version: 1, answer: 'disagreed' }),
  ).toMatchObject({
    ok: true,
  });
  expect(
    await refusal(coaching.notes.acknowledge(caller('ana'), { noteId, version: 1, answer: 'agreed' })),
  ).toEqual(['conflict', 'answer']);
  const change = note({ noteId, version: 1, content: grow({ goal: 'Otherwise' }) });
  expect(await refusal(coaching.notes.save(caller('maria'), change))).toEqual(['conflict', 'noteId']);
  await coaching.notes.add(caller('ana'), { noteId, text: 'Jo has left' });
  await coaching.notes.add(caller('ana'), { noteId, text: 'Jo has left' });
  await coaching.notes.add(caller('maria'), { noteId, text: 'Then Kim' });
  expect(await refusal(coaching.notes.add(caller('eva'), { noteId, text: 'hello' }))).toEqual([
    'not_found',
    'noteId',
  ]);
  const [seen] = (await card('maria')).notes;
  expect(seen).toMatchObject({
    summary: 'Deal coaching · shared with Ana Ruiz · Ana Ruiz disagreed',
    mayEdit: false,
    mayAdd: true,
    addenda: [
      { by: 'Ana Ruiz', text: 'Jo has left' },
      { by: 'You', text: 'Then Kim' },
    ],
  });
});

test('promises of a shared note become actions once, follow the note, and are ticked by whoever promised', async () => {
  const promises = [
    { id: 'a1', text: 'Send pricing', doer: 'rep', dueOn: '2026-11-23' },
    { id: 'b2', text: 'Introduce Jo', doer: 'author', dueOn: '2026-11-25' },
    { id: 'c3', text: '  ', doer: 'rep', dueOn: '2026-11-25' },
  ] as const;
  const content = { ...grow({ goal: 'g' }), promises: [...promises] };
  const { noteId } = await save('maria', { content });
  await save('maria', { noteId, version: 1, content: { ...content, promises: [promises[0]] } });
  await save('maria', { noteId, version: 2, content });
  const view = await card('maria');
  expect(view.actions).toMatchObject([
    { text: 'Send pricing', who: 'Ana Ruiz', due: 'due yesterday', isOverdue: true, mayTick: false },
    { text: 'Introduce Jo', who: 'You', due: 'due tomorrow', isOverdue: false, mayTick: true },
  ]);
  const actionId = view.actions[0]?.id ?? '';
  for (const name of ['maria', 'ben', 'olga'] as const)
    expect(await refusal(coaching.actions.tick(caller(name), { actionId, isDone: true }))).toEqual([
      'not_found',
      'actionId',
    ]);
  expect(await coaching.actions.tick(caller('ana'), { actionId, isDone: true })).toMatchObject({ ok: true });
  expect((await card('maria')).actions).toMatchObject([
    { text: 'Introduce Jo', isDone: false },
    {
      text: 'Send pricing',
      isDone: true,
      due: `done ${localDay(new Date(), 'Europe/Berlin')}`,
      isOverdue: false,
    },
  ]);
});

test('what a rep wants to talk about is for them and their own manager, and goes when they say so', async () => {
  const line = { recordType: 'deal', recordId: '7001', text: 'How do I get to procurement?' } as const;
  await coaching.lines.add(caller('ana'), line);
  await coaching.lines.add(caller('ana'), line);
  const [own, managers, peers] = [await card('ana'), await card('maria'), await card('ben')];
  expect(own.lines).toMatchObject([{ text: line.text, mayWithdraw: true }]);
  expect(managers.lines).toMatchObject([{ text: line.text, mayWithdraw: false }]);
  expect(peers.lines).toEqual([]);
  expect((await card('eva')).lines).toEqual([]);
  const lineId = own.lines[0]?.id ?? '';
  expect(await refusal(coaching.lines.withdraw(caller('maria'), { lineId }))).toEqual([
    'not_found',
    'lineId',
  ]);
  expect(await coaching.lines.withdraw(caller('ana'), { lineId })).toMatchObject({ ok: true });
  expect((await card('maria')).lines).toEqual([]);
});

test('a manager whose rep moves away keeps what they wrote and sees nothing new', async () => {
  const { noteId } = await save('maria');
  await quotasOf(store.db, sync.portal.id).savePeople([report('ana', 'eva')]);
  await coaching.notes.acknowledge(caller('ana'), { noteId, version: 1, answer: 'agreed' });
  expect(await card('maria')).toMatchObject({
    viewer: 'other',
    notes: [
      {
        acknowledgement: null,
        mayEdit: false,
        mayAdd: false,
        passages: [{ text: 'Signed order form by 30 Nov' }],
      },
    ],
    lines: [],
  });
  expect(await refusal(coaching.notes.save(caller('maria'), note()))).toEqual(['not_found', 'ownerId']);
  expect(await textsOf('eva')).toEqual([]);
});

test.each([
  ['goal', '4111 1111 1111 1111'],
  ['reality', 'IBAN DE89370400440532013000'],
])(
  'a number of somebody’s card or bank in %s is refused with its field, and nothing is kept',
  async (field, text) => {
    expect(
      await refusal(coaching.notes.save(caller('maria'), note({ content: grow({ [field]: text }) }))),
    ).toEqual(['bad_request', `content.text.${field}`]);
    expect((await card('maria')).notes).toEqual([]);
  },
);

test('words of health are warned of, an empty note is not shared, a deal that is not there has no notes', async () => {
  const warned = await save('maria', { state: 'draft', content: grow({ reality: 'Ana was in hospital' }) });
  expect(warned.warnings).toEqual([expect.stringContaining('hospital')]);
  expect(
    await refusal(
      coaching.notes.save(caller('maria'), note({ content: grow(), version: 1, noteId: warned.noteId })),
    ),
  ).toEqual(['bad_request', 'content.text']);
  expect(await refusal(coaching.notes.save(caller('maria'), note({ recordId: '99' })))).toEqual([
    'not_found',
    'recordId',
  ]);
});

test.each([
  ['markup', '<script>alert(1)</script><b>bold</b>'],
  ['right to left', 'مرحبا \u202eשלום\u202c'],
  ['emoji', '👩🏽‍💼🏳️‍🌈'],
  ['65,536 characters', 'ä'.repeat(65_536)],
])('%s comes back to the letter', async (_what, text) => {
  await save('maria', { content: grow({ goal: text }) });
  expect(await textsOf('ana')).toEqual([text]);
});

test('no word of coaching stands in the store as it was written, nor in the audit log', async () => {
  const { noteId } = await save('maria', {
    content: {
      ...grow({ goal: 'Zanzibar goal' }),
      promises: [{ id: '1', text: 'Zanzibar action', doer: 'rep', dueOn: '2026-11-27' }],
    },
  });
  await coaching.notes.add(caller('ana'), { noteId, text: 'Zanzibar reply' });
  await coaching.lines.add(caller('ana'), { recordType: 'deal', recordId: '7001', text: 'Zanzibar line' });
  const { rows } = await sql<{ name: string }>`select table_name as name from information_schema.tables
    where table_schema = current_schema() and table_type = 'BASE TABLE'`.execute(store.db);
  for (const { name } of rows) {
    const found =
      await sql`select 1 from ${sql.table(name)} t where to_jsonb(t)::text like '%Zanzibar%'`.execute(
        store.db,
      );
    expect([name, found.rows.length]).toEqual([name, 0]);
  }
  const entries = await auditOf(store.db, sync.portal.id).listBefore(null, 10);
  expect(entries.map(({ action }) => action)).toEqual([
    'add line to 1:1',
    'add to coaching note',
    'share coaching note',
  ]);
});

test('who read what somebody else wrote is remembered once a day', async () => {
  const { noteId } = await save('maria');
  await card('maria');
  await card('ana');
  await card('ana');
  const rows = await store.db.selectFrom('coaching_access').selectAll().execute();
  expect(rows).toEqual([
    { portal_id: sync.portal.id, note_id: noteId, reader_id: people.ana.ownerId, on_day: '2026-11-24' },
  ]);
});

test('a new key of the service opens what the old one sealed, once keys have been sealed anew', async () => {
  await save('maria');
  const newer = { id: 'k2', key: randomBytes(32) };
  const deps = { db: store.db, sealer: createSealer([newer, key]) };
  const log = { error: () => undefined };
  expect(await resealPortalKeys(deps, log)).toBe(1);
  expect(await resealPortalKeys(deps, log)).toBe(0);
  const rotated = createCoachingService({
    db: store.db,
    clock: sync.clock,
    realClock: systemClock,
    askForWork: async () => {},
    hasTasks: async () => false,
    openSealer: (portalId) => openPortalSealer({ db: store.db, sealer: createSealer([newer]) }, portalId),
  });
  const seen = await rotated.card.read(caller('ana'), { recordType: 'deal', recordId: '7001' });
  expect(seen.ok && seen.value.notes).toHaveLength(1);
  expect(await resealPortalKeys({ db: store.db, sealer: createSealer([key, newer]) }, log)).toBe(1);
});

test('a person exports what they may read; erasing them leaves what they shared with others, and no more', async () => {
  const { noteId } = await save('maria');
  await save('maria', { state: 'private', content: grow({ goal: 'for me alone' }) });
  await coaching.notes.add(caller('ana'), { noteId, text: 'thanks' });
  await coaching.lines.add(caller('ana'), { recordType: 'deal', recordId: '7001', text: 'help' });
  const portalId = sync.portal.id;
  const own = await coaching.copies.readOwn(portalId, people.ana.ownerId);
  expect(own).toMatchObject({
    notes: [{ id: noteId, addenda: [{ text: 'thanks' }] }],
    lines: [{ text: 'help' }],
  });
  expect((await coaching.copies.readOwn(portalId, people.maria.ownerId)).notes).toHaveLength(2);
  const held = heldCoachingOf(store.db, portalId);
  const rows = await held.list(people.ana.ownerId);
  expect(rows).toMatchObject({ coachingNotes: [{}], coachingAddenda: [{}], coachingLines: [{}] });
  expect(JSON.stringify(rows)).not.toMatch(/sealed|thanks|help|for me alone/);

  await held.erase(people.maria.ownerId);
  expect((await card('ana')).notes).toMatchObject([{ id: noteId, addenda: [{ text: 'thanks' }] }]);
  await held.erase(people.ana.ownerId);
  expect(Object.values(await held.list(people.ana.ownerId)).flat()).toEqual([]);
  expect((await coaching.copies.readOwn(portalId, people.maria.ownerId)).notes).toEqual([]);
});

test('nobody agrees to a text that they have not read', async () => {
  const { noteId, version } = await save('maria');
  await save('maria', { noteId, version, content: grow({ goal: 'Another goal' }) });
  const answer = (seen: number) =>
    coaching.notes.acknowledge(caller('ana'), { noteId, version: seen, answer: 'agreed' });
  expect(await refusal(answer(version))).toEqual(['conflict', 'version']);
  expect((await card('ana')).notes[0]?.acknowledgement).toBeNull();
  expect(await answer(version + 1)).toMatchObject({ ok: true });
});
