import { auditOf } from '../../../src/access/index.ts';
import {
  changeMeetingRequest,
  holdMeetingRequest,
  meetingView,
  saveNoteRequest,
  type ChangeMeetingRequest,
  type HoldMeetingRequest,
} from '../../../src/contract/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refused, type Name, type OpenCoaching } from './open-coaching.ts';

let open: OpenCoaching;
beforeAll(async () => {
  open = await openCoaching();
});
afterAll(async () => {
  await open.stop();
});
// A Tuesday; the two have worked together since the Monday of three weeks before.
beforeEach(async () => {
  open.setNow('2026-11-24T10:00:00Z');
  await open.reset('2026-11-02T09:00:00Z');
});

const ana = people.ana.ownerId;
const meetings = () => open.service.meetings;
const look = async (name: Name, repId?: string) =>
  meetingView.parse(await granted(meetings().open(open.caller(name), repId === undefined ? {} : { repId })));
const hold = (name: Name, change: Partial<HoldMeetingRequest> = {}) =>
  meetings().hold(
    open.caller(name),
    holdMeetingRequest.parse({
      repId: ana,
      number: 1,
      heldOn: '2026-11-24',
      minutes: 40,
      kind: 'deal',
      attendance: 'both',
      discussedLineIds: [],
      discussedRequestIds: [],
      ...change,
    }),
  );
const change = (name: Name, said: Partial<ChangeMeetingRequest> = {}) =>
  meetings().change(
    open.caller(name),
    changeMeetingRequest.parse({ repId: ana, dueOn: '2026-11-16', moveTo: null, ...said }),
  );
const audited = async () =>
  (await auditOf(open.store.db, open.sync.portal.id).listBefore(null, 50)).map(({ action }) => action);
const addLine = (text: string) =>
  open.service.lines.add(open.caller('ana'), { recordType: 'deal', recordId: '7001', text });
const share = (promise?: { text: string; doer: 'rep' | 'author'; dueOn: string }) =>
  open.service.notes.save(
    open.caller('maria'),
    saveNoteRequest.parse({
      recordType: 'deal',
      recordId: '7001',
      ownerId: ana,
      noteId: null,
      version: 0,
      content: {
        topic: 'deal',
        text: { form: 'free', text: 'Champion is in' },
        promises: promise ? [promise] : [],
      },
      state: 'shared',
    }),
  );

test('the 1:1 is there for manager and rep, and not found for anybody else', async () => {
  expect(await look('maria', ana)).toMatchObject({
    viewer: 'manager',
    rep: { name: 'Ana Ruiz' },
    next: { number: 1, dueOn: '2026-11-16', label: 'Mon 16 Nov 2026, 8 days overdue', isOverdue: true },
    cadence: 'fortnightly',
  });
  expect(await look('ana')).toMatchObject({
    viewer: 'rep',
    manager: { name: 'Maria Ruiz' },
    next: { number: 1 },
  });
  for (const name of ['ben', 'eva', 'olga'] as const)
    expect([name, await refused(meetings().open(open.caller(name), { repId: ana }))]).toEqual([
      name,
      ['not_found', 'repId'],
    ]);
  expect(await refused(meetings().open(open.caller('maria'), { repId: '999' }))).toEqual([
    'not_found',
    'repId',
  ]);
});

test('a rep of whom nobody said who their manager is has an answer and no 1:1', async () => {
  expect(await look('olga')).toMatchObject({ viewer: 'rep', manager: null, next: null, agenda: null });
});

test('the agenda holds what the rep added, what was promised, where they stand and which deals need a look', async () => {
  await granted(addLine('How do I get to procurement?'));
  await granted(share({ text: 'introduce Jo', doer: 'author', dueOn: '2026-11-23' }));
  const { agenda } = await look('maria', ana);
  expect(agenda).toMatchObject({
    ownLines: [{ words: 'How do I get to procurement?', dealId: '7001' }],
    promisesNotKept: [
      { words: 'You: introduce Jo', due: 'due yesterday', dealId: '7001', mayTick: true, carried: null },
    ],
  });
  const lines = agenda?.lines ?? [];
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThanOrEqual(5);
  for (const { rules, question, words } of lines) {
    expect(rules.length).toBeGreaterThan(0);
    expect(question).toMatch(/\?$/);
    expect(words).not.toBe('');
  }
  // The rep sees the same, from their side.
  const own = await look('ana');
  expect(own.agenda?.promisesNotKept).toMatchObject([{ words: 'Maria Ruiz: introduce Jo', mayTick: false }]);
  expect(own.agenda?.lines.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
  expect(own.agenda?.lines.every(({ question }) => question === null)).toBe(true);
});

test('a line names the deal and the reasons of the forecast with field and fix', async () => {
  await open.store.db
    .updateTable('deal')
    .set({ pushes: 2, last_activity_at: new Date('2026-10-28T09:00:00Z'), has_next_step: true })
    .where('id', '=', '7001')
    .execute();
  const { agenda } = await look('maria', ana);
  expect(agenda?.lines.find(({ dealId }) => dealId === '7001')).toMatchObject({
    words:
      'Deal 7001: close date moved back 2 times → confirm it with the buyer; no activity since 28 Oct 2026 → book one',
    rules: [
      'The forecast gives 2 or more reasons to look at the deal',
      'The close date moved back 2 or more times',
      'Nothing happened for 21 days or more',
    ],
  });
});

test('holding it records time, attendance and kind; the next is due a cadence later, what was talked about is gone, what is unfinished stays', async () => {
  await granted(addLine('How do I get to procurement?'));
  await granted(addLine('Holidays'));
  await granted(share({ text: 'send pricing', doer: 'rep', dueOn: '2026-11-30' }));
  const before = await look('maria', ana);
  const [first] = before.agenda?.ownLines ?? [];
  await granted(hold('maria', { discussedLineIds: [first?.id ?? ''] }));
  open.setNow('2026-12-01T10:00:00Z');
  expect(await look('maria', ana)).toMatchObject({
    next: { number: 2, dueOn: '2026-12-08', label: 'Tue 8 Dec 2026, in 7 days', isOverdue: false },
    held: [{ dayLabel: '24 Nov 2026', details: '40 minutes · deal coaching' }],
    agenda: {
      ownLines: [{ words: 'Holidays' }],
      promisesNotKept: [{ words: 'Ana Ruiz: send pricing', due: 'due yesterday' }],
    },
  });
  await granted(hold('maria', { number: 2, heldOn: '2026-12-01' }));
  open.setNow('2026-12-02T10:00:00Z');
  expect((await look('maria', ana)).agenda?.promisesNotKept).toMatchObject([
    { carried: 'carried over 1 time' },
  ]);
  expect(await audited()).toContain('record 1:1');
});

test('sent twice it is one 1:1; another one under its number is a conflict', async () => {
  await granted(hold('maria'));
  await granted(hold('maria'));
  expect((await look('maria', ana)).held).toHaveLength(1);
  expect((await audited()).filter((action) => action === 'record 1:1')).toHaveLength(1);
  expect(await refused(hold('maria', { minutes: 50 }))).toEqual(['conflict', 'number']);
  expect(await refused(hold('maria', { number: 5 }))).toEqual(['conflict', 'number']);
  const both = await Promise.all([hold('maria', { number: 2 }), hold('maria', { number: 2 })]);
  expect(both.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1);
  expect((await look('maria', ana)).held).toHaveLength(2);
});

test('one at which somebody was missing is noted, does not count as held and stays due', async () => {
  await granted(addLine('Holidays'));
  const line = (await look('ana')).agenda?.ownLines[0]?.id ?? '';
  await granted(hold('maria', { attendance: 'rep missing', minutes: 0, discussedLineIds: [line] }));
  expect(await look('maria', ana)).toMatchObject({
    next: { number: 2, dueOn: '2026-11-16', isOverdue: true },
    held: [{ details: 'Ana Ruiz was missing' }],
    agenda: { ownLines: [{ words: 'Holidays' }] },
  });
  expect((await look('ana')).held).toMatchObject([{ details: 'You were missing' }]);
});

test.each<[string, Partial<HoldMeetingRequest>, string]>([
  ['tomorrow', { heldOn: '2026-11-25' }, 'heldOn'],
  ['before the last quarter', { heldOn: '2026-08-23' }, 'heldOn'],
  ['in no time', { minutes: 0 }, 'minutes'],
])('a 1:1 held %s is refused, and nothing is recorded', async (_when, said, field) => {
  expect(await refused(hold('maria', said))).toEqual(['bad_request', field]);
  expect((await look('maria', ana)).held).toEqual([]);
});

test('a 1:1 is skipped or moved by its manager alone, once however often it is said', async () => {
  for (const name of ['ana', 'eva', 'ben', 'olga'] as const)
    expect([name, await refused(change(name))]).toEqual([name, ['not_found', 'repId']]);
  await granted(change('maria'));
  await granted(change('maria'));
  expect((await look('maria', ana)).next).toMatchObject({ dueOn: '2026-11-30' });
  expect((await audited()).filter((action) => action === 'skip 1:1')).toHaveLength(1);
  await granted(change('maria', { dueOn: '2026-11-30', moveTo: '2026-12-03' }));
  expect((await look('ana')).next).toMatchObject({ dueOn: '2026-12-03', label: 'Thu 3 Dec 2026, in 9 days' });
  expect(await refused(change('maria', { moveTo: '2026-12-04' }))).toEqual(['conflict', 'dueOn']);
  const due = { dueOn: '2026-12-03' };
  expect(await refused(change('maria', { ...due, moveTo: '2026-11-23' }))).toEqual(['bad_request', 'moveTo']);
  expect(await refused(change('maria', { ...due, moveTo: '2027-02-25' }))).toEqual(['bad_request', 'moveTo']);
});

test('the cadence is the rep’s own once it is set, else the portal’s', async () => {
  await granted(open.service.meetings.setCadence(open.caller('maria'), { repId: ana, cadence: 'weekly' }));
  expect(await look('maria', ana)).toMatchObject({ cadence: 'weekly', next: { dueOn: '2026-11-09' } });
  expect(await look('maria', people.ben.ownerId)).toMatchObject({ cadence: 'fortnightly' });
  const policy = await granted(open.service.policy.read(open.caller('olga')));
  const rules = policy.rules.map(({ ruleId, isOn }) => ({ ruleId, isOn }));
  await granted(open.service.policy.choose(open.caller('olga'), { ...policy, cadence: 'monthly', rules }));
  expect(await look('maria', people.ben.ownerId)).toMatchObject({ cadence: 'monthly' });
  expect(await look('maria', ana)).toMatchObject({ cadence: 'weekly' });
});

test('ops switches rules and tunes them; a rule that is off raises nothing', async () => {
  await open.store.db
    .updateTable('deal')
    .set({ last_activity_at: new Date('2026-11-13T09:00:00Z'), has_next_step: true, pushes: 0 })
    .where('owner_id', '=', ana)
    .execute();
  const rulesOf = async () => new Set((await look('maria', ana)).agenda?.lines.flatMap(({ rules }) => rules));
  const choose = (...rules: { ruleId: string; isOn: boolean; threshold?: number }[]) =>
    open.service.policy.choose(open.caller('olga'), {
      cadence: 'fortnightly',
      weekHours: 40,
      weekPercent: 50,
      rules,
    });
  expect([...(await rulesOf())].join()).not.toContain('Nothing happened');
  await granted(choose({ ruleId: 'staleDeal', isOn: true, threshold: 10 }));
  expect(await rulesOf()).toContain('Nothing happened for 10 days or more');
  await granted(choose({ ruleId: 'staleDeal', isOn: false, threshold: 10 }));
  expect([...(await rulesOf())].join()).not.toContain('Nothing happened');
  expect(await refused(choose({ ruleId: 'staleDeal', isOn: true, threshold: 2 }))).toEqual([
    'bad_request',
    'rules.0.threshold',
  ]);
  expect(await refused(choose({ ruleId: 'gossip', isOn: true }))).toEqual(['bad_request', 'rules.0.ruleId']);
  expect(await audited()).toContain('choose coaching policy');
});

test('the evening before, tomorrow’s agendas are prepared once; what is new since is marked', async () => {
  await granted(
    open.service.meetings.change(open.caller('maria'), {
      repId: ana,
      dueOn: '2026-11-16',
      moveTo: '2026-11-25',
    }),
  );
  // Five in the afternoon in Berlin, then six.
  open.setNow('2026-11-24T16:30:00Z');
  expect(await open.prepareAgendas()).toBe(0);
  open.setNow('2026-11-24T17:30:00Z');
  expect(await open.prepareAgendas()).toBe(1);
  expect(await open.prepareAgendas()).toBe(0);
  open.setNow('2026-11-25T08:00:00Z');
  await granted(share({ text: 'send pricing', doer: 'rep', dueOn: '2026-11-30' }));
  const view = await look('maria', ana);
  expect(view.preparedLabel).toBe('Prepared 24 Nov, 18:30; what is new since is marked.');
  expect(view.agenda?.openActions).toMatchObject([{ words: 'Ana Ruiz: send pricing', isNew: true }]);
  expect(view.agenda?.lines.every(({ isNew }) => !isNew)).toBe(true);
});

test('what the rep disagreed with comes up at the next 1:1, and not at the one after', async () => {
  const { noteId } = await granted(share());
  await granted(
    open.service.notes.acknowledge(open.caller('ana'), { noteId, version: 1, answer: 'disagreed' }),
  );
  const raised = async () => (await look('maria', ana)).agenda?.lines.map(({ id }) => id) ?? [];
  expect(await raised()).toContain(`noteDisagreed:${noteId}`);
  await granted(hold('maria', { heldOn: '2026-11-24' }));
  open.setNow('2026-11-25T10:00:00Z');
  await granted(hold('maria', { number: 2, heldOn: '2026-11-25' }));
  expect(await raised()).not.toContain(`noteDisagreed:${noteId}`);
});

test('a new manager begins anew: nothing of the earlier 1:1s, and the old manager sees none of theirs', async () => {
  await granted(hold('maria'));
  await open.store.db
    .updateTable('person')
    .set({ manager_id: people.eva.ownerId, manager_since: new Date('2026-11-24T09:00:00Z') })
    .where('owner_id', '=', ana)
    .execute();
  expect(await look('eva', ana)).toMatchObject({ next: { number: 1, dueOn: '2026-12-08' }, held: [] });
  expect(await refused(meetings().open(open.caller('maria'), { repId: ana }))).toEqual([
    'not_found',
    'repId',
  ]);
  expect(await refused(hold('maria', { number: 2 }))).toEqual(['not_found', 'repId']);
});

test('a reason that the rep marks as wrong counts on no agenda until the fact is another one', async () => {
  const quietSince = (day: string) =>
    open.store.db
      .updateTable('deal')
      .set({ pushes: 2, last_activity_at: new Date(`${day}T09:00:00Z`), has_next_step: true })
      .where('id', '=', '7001')
      .execute();
  await quietSince('2026-10-28');
  const card = async (name: Name) =>
    granted(open.service.card.read(open.caller(name), { recordType: 'deal', recordId: '7001' }));
  const mark = (name: Name, reason: string, isWrong = true) =>
    open.service.risks.mark(open.caller(name), { dealId: '7001', reason, isWrong });
  expect((await card('maria')).nextMeeting).toBe('Next 1:1 Mon 16 Nov 2026, 8 days overdue');
  expect((await card('ana')).risks).toEqual([
    {
      reason: 'pushed:2',
      words: 'close date moved back 2 times',
      fix: 'confirm it with the buyer',
      dispute: null,
      mayMark: true,
    },
    {
      reason: 'quiet:2026-10-28',
      words: 'no activity since 28 Oct 2026',
      fix: 'book one',
      dispute: null,
      mayMark: true,
    },
  ]);
  for (const name of ['maria', 'eva', 'ben', 'olga'] as const)
    expect([name, await refused(mark(name, 'pushed:2'))]).toEqual([name, ['not_found', 'reason']]);
  expect(await refused(mark('ana', 'pushed:7'))).toEqual(['not_found', 'reason']);
  await granted(mark('ana', 'quiet:2026-10-28'));
  await granted(mark('ana', 'quiet:2026-10-28'));
  expect((await audited()).filter((action) => action === 'mark risk as wrong')).toHaveLength(1);
  expect((await card('maria')).risks.map(({ dispute }) => dispute)).toEqual([
    null,
    'Marked as wrong on 24 Nov 2026',
  ]);
  expect((await card('eva')).nextMeeting).toBeNull();
  expect(await card('ben')).toMatchObject({ risks: [], nextMeeting: null });
  const raised = async () =>
    (await look('maria', ana)).agenda?.lines.find(({ dealId }) => dealId === '7001')?.rules ?? [];
  expect(await raised()).toEqual(['The close date moved back 2 or more times']);
  await quietSince('2026-10-29');
  expect((await raised()).join()).toContain('Nothing happened for 21 days or more');
  await granted(mark('ana', 'quiet:2026-10-29'));
  await granted(mark('ana', 'quiet:2026-10-29', false));
  expect((await raised()).join()).toContain('Nothing happened for 21 days or more');
});

test('somebody who has left has no 1:1 and reads nothing; what was written about them stays with its author', async () => {
  await granted(share({ text: 'send pricing', doer: 'rep', dueOn: '2026-11-23' }));
  const archive = (isGone: boolean) =>
    open.store.db.updateTable('owner').set({ archived: isGone }).where('id', '=', ana).execute();
  await archive(true);
  try {
    expect(await refused(meetings().open(open.caller('maria'), { repId: ana }))).toEqual([
      'not_found',
      'repId',
    ]);
    expect(await refused(hold('maria'))).toEqual(['not_found', 'repId']);
    expect(await refused(meetings().open(open.caller('ana'), {}))).toEqual(['forbidden', undefined]);
    const overview = await granted(open.service.overview.read(open.caller('maria')));
    expect(overview.reports.map(({ name }) => name)).toEqual(['Ben Ruiz']);
    const card = (name: Name) =>
      granted(open.service.card.read(open.caller(name), { recordType: 'deal', recordId: '7001' }));
    expect((await card('maria')).notes).toHaveLength(1);
    expect(await card('ana')).toMatchObject({ viewer: 'other', notes: [], actions: [], lines: [] });
  } finally {
    await archive(false);
  }
});

test('1:1s of two reps have the same number, and neither shows anything of the other', async () => {
  const write = (rep: Name, text: string, state: 'draft' | 'private' | 'shared') =>
    granted(
      open.service.notes.save(
        open.caller('maria'),
        saveNoteRequest.parse({
          recordType: 'meeting',
          recordId: '2060001',
          ownerId: people[rep].ownerId,
          noteId: null,
          version: 0,
          content: {
            topic: 'deal',
            text: { form: 'free', text },
            promises:
              state === 'shared' ? [{ text: `promise of ${rep}`, doer: 'rep', dueOn: '2026-12-01' }] : [],
          },
          state,
        }),
      ),
    );
  await write('ana', 'about Ana', 'shared');
  await write('ana', 'private about Ana', 'private');
  await write('ben', 'about Ben', 'shared');
  const words = async (rep: Name) =>
    JSON.stringify(
      await granted(
        open.service.card.read(open.caller('maria'), {
          recordType: 'meeting',
          recordId: '2060001',
          ownerId: people[rep].ownerId,
        }),
      ),
    );
  expect(await words('ben')).toContain('about Ben');
  expect(await words('ben')).not.toMatch(/about Ana|promise of ana/);
  expect(await words('ana')).not.toMatch(/about Ben|promise of ben/);
});

test('what was prepared for somebody who did not come is for the next time', async () => {
  const draft = (recordId: string) =>
    open.service.card.read(open.caller('maria'), { recordType: 'meeting', recordId, ownerId: ana });
  await granted(
    open.service.notes.save(
      open.caller('maria'),
      saveNoteRequest.parse({
        ...{
          recordType: 'meeting',
          recordId: '2060001',
          ownerId: ana,
          noteId: null,
          version: 0,
          state: 'draft',
        },
        content: { topic: 'deal', text: { form: 'free', text: 'Prepared' }, promises: [] },
      }),
    ),
  );
  await granted(hold('maria', { attendance: 'rep missing', minutes: 0 }));
  expect((await granted(draft('2060001'))).draft).toBeNull();
  expect((await granted(draft('2060002'))).draft?.content.text).toMatchObject({ text: 'Prepared' });
});

test('a manager who comes back begins anew, and a 1:1 can be moved back and forth', async () => {
  await granted(hold('maria', { heldOn: '2026-11-10' }));
  await open.store.db
    .updateTable('person')
    .set({ manager_since: new Date('2026-11-20T09:00:00Z') })
    .where('owner_id', '=', ana)
    .execute();
  expect((await look('maria', ana)).next).toMatchObject({ number: 2, dueOn: '2026-12-04', isOverdue: false });
  const days = ['2026-12-03', '2026-12-04', '2026-12-03'];
  for (const moveTo of days) {
    const { next } = await look('maria', ana);
    await granted(change('maria', { dueOn: next?.dueOn ?? '', moveTo }));
    expect((await look('maria', ana)).next?.dueOn).toBe(moveTo);
  }
  expect(await refused(change('maria', { dueOn: '2026-12-03', moveTo: '2026-12-05' }))).toEqual([
    'bad_request',
    'moveTo',
  ]);
});
