import { coachingOverviewView, holdMeetingRequest, saveNoteRequest } from '../../../src/contract/index.ts';
import { people } from '../../support/small-company.ts';
import { granted, openCoaching, refused, type Name, type OpenCoaching } from './open-coaching.ts';

let open: OpenCoaching;
beforeAll(async () => {
  open = await openCoaching();
});
afterAll(async () => {
  await open.stop();
});
beforeEach(async () => {
  open.setNow('2026-11-24T10:00:00Z');
  await open.reset('2026-11-02T09:00:00Z');
});

const look = async (name: Name) =>
  coachingOverviewView.parse(await granted(open.service.overview.read(open.caller(name))));
const hold = async (rep: Name, heldOn: string, number = 1) => {
  open.setNow(`${heldOn}T10:00:00Z`);
  await granted(
    open.service.meetings.hold(
      open.caller(rep === 'maria' ? 'eva' : 'maria'),
      holdMeetingRequest.parse({
        repId: people[rep].ownerId,
        number,
        heldOn,
        minutes: 30,
        kind: 'deal',
        attendance: 'both',
        discussedLineIds: [],
        discussedRequestIds: [],
      }),
    ),
  );
};

test('overdue comes first, the longest on top; then whose 1:1 is next', async () => {
  await hold('ben', '2026-11-09');
  open.setNow('2026-11-24T10:00:00Z');
  const view = await look('maria');
  expect(view.reports).toMatchObject([
    { name: 'Ana Ruiz', next: 'Mon 16 Nov 2026, 8 days overdue', isOverdue: true, lastHeld: null },
    {
      name: 'Ben Ruiz',
      next: 'Mon 23 Nov 2026, 1 day overdue',
      lastHeld: '9 Nov 2026',
      cadence: 'fortnightly',
    },
  ]);
  expect(view.coverage).toEqual({ text: '0 of 2 had their 1:1 in time', percent: 0 });
  await hold('ana', '2026-11-24');
  const after = await look('maria');
  expect(after.reports.map(({ name }) => name)).toEqual(['Ben Ruiz', 'Ana Ruiz']);
  expect(after.coverage).toEqual({ text: '1 of 2 had their 1:1 in time', percent: 50 });
});

test('a rep sees when their own 1:1 is, and nobody else’s', async () => {
  expect(await look('ana')).toMatchObject({
    own: { manager: 'Maria Ruiz', next: 'Mon 16 Nov 2026, 8 days overdue' },
    reports: [],
    managers: [],
    coverage: null,
    time: [],
    nextStep: null,
  });
});

test('a director sees managers by dates and counts', async () => {
  await hold('ana', '2026-11-23');
  open.setNow('2026-11-24T10:00:00Z');
  const view = await look('eva');
  expect(view.reports).toMatchObject([{ name: 'Maria Ruiz' }]);
  expect(view.managers).toMatchObject([
    {
      name: 'Maria Ruiz',
      coverage: '1 of 2 had their 1:1 in time',
      overdue: '1 overdue, the longest 8 days',
    },
  ]);
  // What managers did this quarter they see first; whoever is above them sees it a quarter later.
  expect(view.managers[0]?.time).toEqual(['4 more weeks until there is something to show.']);
});

test('a manager’s own time is told once four weeks are over, with the split and a next step', async () => {
  const mondays = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'];
  for (const [index, monday] of mondays.entries()) await hold('ana', monday, index + 1);
  open.setNow('2026-11-30T10:00:00Z');
  expect((await look('maria')).time).toEqual([
    '15 minutes a rep in the middle week of the last 4.',
    '100 % on deals, 0 % on skills.',
    "Your company's policy is 10 hours a rep: 50 % of a week of 40 hours.",
    'A next step: 17 minutes a rep.',
  ]);
});

test('whoever has neither reports nor a manager is told what ops can do; who is no owner is told so', async () => {
  expect(await look('olga')).toMatchObject({
    own: null,
    reports: [],
    nextStep: expect.stringContaining('Ops can set both') as string,
  });
  const nobody = { ...open.caller('olga'), userId: '999999' };
  expect(await refused(open.service.overview.read(nobody))).toEqual(['forbidden', undefined]);
});

test('kept promises are counted by rep and for the manager, whose own count too', async () => {
  const promises = [
    { text: 'call Jo', doer: 'rep', dueOn: '2026-11-20' },
    { text: 'send pricing', doer: 'rep', dueOn: '2026-11-21' },
    { text: 'introduce Jo', doer: 'author', dueOn: '2026-11-23' },
    { text: 'due today', doer: 'rep', dueOn: '2026-11-24' },
  ];
  open.setNow('2026-11-19T10:00:00Z');
  await granted(
    open.service.notes.save(
      open.caller('maria'),
      saveNoteRequest.parse({
        recordType: 'deal',
        recordId: '7001',
        ownerId: people.ana.ownerId,
        noteId: null,
        version: 0,
        content: { topic: 'deal', text: { form: 'free', text: 'Champion is in' }, promises },
        state: 'shared',
      }),
    ),
  );
  const card = await granted(
    open.service.card.read(open.caller('ana'), { recordType: 'deal', recordId: '7001' }),
  );
  const actionId = card.actions.find(({ text }) => text === 'call Jo')?.id ?? '';
  await granted(open.service.actions.tick(open.caller('ana'), { actionId, isDone: true }));
  open.setNow('2026-11-24T10:00:00Z');
  const view = await look('maria');
  expect(view.reports.find(({ name }) => name === 'Ana Ruiz')?.completion).toBe('1 of 2 kept');
  expect(view.completion).toEqual([
    'Your own promises: 0 of 1 kept.',
    'Everything agreed in your coaching: 1 of 3 kept.',
  ]);
  expect((await look('eva')).managers[0]?.completion).toBe('1 of 3 kept');
});
