import { sql } from 'kysely';
import {
  saveNoteRequest,
  type NoteContent,
  type SaveNoteRequest,
  type ScoredLevels,
} from '../../../src/contract/index.ts';
import { coachingRequestsOf, rubricsOf, starterRubric } from '../../../src/domains/coaching/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, type Name, type OpenCoaching } from './open-coaching.ts';

let open: OpenCoaching;
let ref: { rubricId: string; version: number };
beforeAll(async () => {
  open = await openCoaching();
}, 60_000);
afterAll(() => open.stop());
//   eva ─ maria ─ ana, ben      eva ─ cleo
beforeEach(async () => {
  await open.reset('2026-10-01T10:00:00Z');
  await open.report({ cleo: 'eva', dan: 'cleo' });
  await open.empty('rubric', 'rubric_version');
  const begun = await rubricsOf(open.store.db, open.sync.portal.id).begin(starterRubric, new Date());
  if (!begun) throw new Error('there is such a rubric already');
  ref = begun;
});

const portalId = () => open.sync.portal.id;
const ofAna = { recordType: 'deal', recordId: '7001' } as const;
const levels = (level: number): ScoredLevels => [{ skillId: 'discovery', level }];
/** What a level says; it stands nowhere but where that level was given. */
const says = (level: number): string => starterRubric.skills[0]?.anchors[level - 1] ?? '';

const write = (change: Partial<SaveNoteRequest> = {}) =>
  granted(
    open.service.notes.save(
      open.caller('maria'),
      saveNoteRequest.parse({
        ...ofAna,
        ...{ ownerId: people.ana.ownerId, noteId: null, version: 0, state: 'shared' },
        content: { topic: 'deal', text: { form: 'free', text: 'written down' }, promises: [] },
        ...change,
      }),
    ),
  );
const free = (text: string) => ({ topic: 'deal' as const, text: { form: 'free' as const, text } });
const scored = (level: number) => ({
  ...free('seen'),
  promises: [],
  scoring: { ...ref, levels: levels(level) },
});
const promised = (text: string) => ({
  ...free('agreed'),
  promises: [{ id: '1', text, doer: 'rep' as const, dueOn: '2026-12-01' }],
});
async function scoreSelf(level: number): Promise<void> {
  const { noteId } = await write({ content: scored(3) });
  await granted(
    open.service.rubrics.scoreSelf(open.caller('ana'), { ...ref, noteId, levels: levels(level) }),
  );
}
async function add(name: Name, text: string): Promise<void> {
  const { noteId } = await write();
  await granted(open.service.notes.add(open.caller(name), { noteId, text }));
}
async function edit(content: Pick<NoteContent, 'topic' | 'text' | 'scoring'>): Promise<void> {
  const { noteId, version: noteVersion } = await write();
  await granted(
    open.service.edits.save(open.caller('maria'), {
      ...{ noteId, version: 0, noteVersion, seenPromises: [], content: { promises: [], ...content } },
    }),
  );
}
const line = (text: string) => granted(open.service.lines.add(open.caller('ana'), { ...ofAna, text }));
async function calibrate(level: number): Promise<void> {
  const managerIds = [people.maria.ownerId, people.cleo.ownerId];
  const { rubricId } = ref;
  const asked = { dealId: '7001', rubricId, managerIds };
  await granted(open.service.calibration.start(open.caller('eva'), asked));
  const { calibrations } = await granted(open.service.calibration.read(open.caller('maria')));
  const calibrationId = calibrations[0]?.id ?? '';
  await granted(
    open.service.calibration.score(open.caller('maria'), { calibrationId, levels: levels(level) }),
  );
}

/** What somebody keeps in a sealed column, in which ways, and how it reads in the copy of each person whose it is. */
interface Way {
  readonly how: string;
  readonly keep: () => Promise<unknown>;
  readonly reads: string;
  readonly inCopyOf: readonly Name[];
  /** In whose own export it is: what ops need not ask for. */
  readonly inExportOf: readonly Name[];
}
const both = { inCopyOf: ['ana', 'maria'], inExportOf: ['ana', 'maria'] } as const;
const hidden = { inCopyOf: ['ana', 'maria'], inExportOf: ['maria'] } as const;
const ofRep = { inCopyOf: ['ana'], inExportOf: ['ana'] } as const;
const ways: Readonly<Record<string, readonly Way[]>> = {
  'coaching_note.sealed_content': [
    { how: 'a shared note', keep: () => write(), reads: 'written down', ...both },
    { how: 'a private note', keep: () => write({ state: 'private' }), reads: 'written down', ...hidden },
    { how: 'a draft', keep: () => write({ state: 'draft' }), reads: 'written down', ...hidden },
  ],
  'coaching_note.sealed_levels': [
    { how: 'a shared note', keep: () => write({ content: scored(2) }), reads: says(2), ...both },
    {
      how: 'a private note',
      keep: () => write({ content: scored(2), state: 'private' }),
      reads: says(2),
      ...hidden,
    },
  ],
  'coaching_note.sealed_self_levels': [
    { how: 'a self-score', keep: () => scoreSelf(4), reads: says(4), ...both },
  ],
  'coaching_addendum.sealed_text': [
    { how: 'a reply', keep: () => add('ana', 'a reply'), reads: 'a reply', ...both },
    { how: 'an addition', keep: () => add('maria', 'an addition'), reads: 'an addition', ...both },
  ],
  'coaching_line.sealed_text': [
    { how: 'one that waits', keep: () => line('waits'), reads: 'waits', ...ofRep },
    {
      how: 'one that was talked about',
      keep: async () => {
        await line('talked about');
        await open.store.db.updateTable('coaching_line').set({ discussed_on: '2026-11-23' }).execute();
      },
      reads: 'talked about',
      ...ofRep,
    },
  ],
  'coaching_text_draft.sealed_texts': [
    {
      how: 'a line that is begun',
      keep: () =>
        granted(
          open.service.drafts.save(open.caller('ana'), {
            ...{ place: { kind: 'line', ...ofAna }, version: 0, text: 'half a thought' },
          }),
        ),
      reads: 'half a thought',
      ...ofRep,
    },
    {
      how: 'a change of a shared note that is begun, in words',
      keep: () => edit(free('put "better"')),
      // Escaped once: not as text within a text.
      reads: String.raw`put \"better\"`,
      ...hidden,
    },
    {
      how: 'scores in it',
      keep: () => edit(scored(4)),
      reads: says(4),
      ...hidden,
    },
  ],
  'coaching_action.sealed_text': [
    {
      how: 'an open one',
      keep: () => write({ content: promised('a promise') }),
      reads: 'a promise',
      ...both,
    },
    {
      how: 'one that was taken back',
      keep: async () => {
        const { noteId, version } = await write({ content: promised('taken back') });
        await write({ noteId, version, content: { ...free('agreed'), promises: [] } });
      },
      reads: 'taken back',
      ...{ inCopyOf: ['ana', 'maria'], inExportOf: [] },
    },
  ],
  'coaching_request.sealed_reason': [
    {
      how: 'a request',
      keep: async () =>
        coachingRequestsOf(open.store.db, portalId(), await open.openSealer(portalId())).add({
          callbackId: 'run',
          repId: people.ana.ownerId,
          record: { type: 'deal', id: '7001' },
          reason: 'asked by a workflow',
          at: new Date(),
        }),
      reads: 'asked by a workflow',
      ...ofRep,
    },
  ],
  'coaching_calibration_scoring.sealed_levels': [
    {
      how: 'a scoring',
      keep: () => calibrate(4),
      reads: says(4),
      ...{ inCopyOf: ['ana', 'maria'], inExportOf: ['maria'] },
    },
  ],
};
/** Sealed, and no words or levels of anybody’s. */
const isNone: Readonly<Record<string, string>> = { 'coaching_copy.sealed_file': 'the copy itself' };

async function copyOf(name: Name): Promise<string> {
  const { ownerId } = people[name];
  await granted(open.service.copies.prepare(open.caller('olga'), { ownerId }));
  return (await granted(open.service.copies.collect(open.caller(name)))).json;
}
const exportOf = async (name: Name): Promise<string> =>
  JSON.stringify(await open.service.copies.readOwn(portalId(), people[name].ownerId));
const names = Object.keys(people) as Name[];
async function whoReads(text: string, read: (name: Name) => Promise<string>): Promise<Name[]> {
  const found: Name[] = [];
  for (const name of names) if ((await read(name)).includes(text)) found.push(name);
  return found;
}

test('every sealed column of coaching is known here', async () => {
  const { rows } = await sql<{ name: string }>`
    select table_name || '.' || column_name as name from information_schema.columns
    where table_schema = current_schema() and table_name like 'coaching%' and column_name like 'sealed%'`.execute(
    open.store.db,
  );
  const known = [...Object.keys(ways), ...Object.keys(isNone)];
  expect(rows.map(({ name }) => name).sort()).toEqual(known.sort());
});

test.each(Object.entries(ways).flatMap(([column, each]) => each.map((way) => ({ column, ...way }))))(
  '$column: $how is in the copy of whose it is, in their own export as far as they may read it, and in nobody else’s',
  async ({ keep, reads, inCopyOf, inExportOf }) => {
    expect(await whoReads(reads, copyOf)).toEqual([]);
    await keep();
    expect(await whoReads(reads, copyOf)).toEqual(inCopyOf);
    expect(await whoReads(reads, exportOf)).toEqual(inExportOf);
  },
);

test('levels have the skill’s name and what they say beside them, whoever gave them', async () => {
  await scoreSelf(4);
  await calibrate(2);
  const { notes, calibrations } = JSON.parse(await copyOf('ana')) as Record<string, object[]>;
  const level = (given: number) => ({ skill: 'Discovery', level: given, of: 4, says: says(given) });
  expect(notes).toMatchObject([
    { scores: { rubric: 'Selling skills', levels: [level(3)], self: { levels: [level(4)] } } },
  ]);
  expect(calibrations).toMatchObject([
    {
      ...{ startedBy: 'Eva Ruiz', about: 'Ana Ruiz', dealName: 'Deal 7001', rubric: 'Selling skills' },
      scores: [
        { by: 'Cleo Ruiz', levels: null },
        { by: 'Maria Ruiz', levels: [level(2)] },
      ],
    },
  ]);
});

test('a risk that was marked as wrong reads as it did on the card, also when another thing is the case by now', async () => {
  const at = new Date('2026-11-20T10:00:00Z');
  for (const reason of ['quiet:2026-10-28', 'noNextStep', 'a rule that is no more'])
    await open.store.db
      .insertInto('coaching_dispute')
      .values({ portal_id: portalId(), rep_id: people.ana.ownerId, deal_id: '7001', reason, at })
      .execute();
  const reasons = ['a rule that is no more', 'no next step', 'no activity since 28 Oct 2026'];
  for (const read of [copyOf, exportOf])
    expect(JSON.parse(await read('ana'))).toMatchObject({
      risksMarkedAsWrong: reasons.map((reason) => ({ dealId: '7001', reason })),
    });
});
