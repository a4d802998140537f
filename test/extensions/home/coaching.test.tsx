import {
  Button,
  Checkbox,
  EmptyState,
  ErrorState,
  Input,
  LoadingButton,
  LoadingSpinner,
  Select,
  Tag,
  TextArea,
} from '@hubspot/ui-extensions';
import { jest } from '@jest/globals';
import type { AgendaLineView, CoachingOverviewView, MeetingView } from '../../../src/contract/index.ts';
import { exampleNote, exampleView } from '../coaching/example-views.ts';
import { eventually } from '../eventually.ts';
import { openHome, type Answers } from './open-home.tsx';

afterEach(() => {
  jest.restoreAllMocks();
});

const OVERVIEW = '/home/coaching';
const MEETING = '/home/coaching/meeting';
const CARD = '/cards/coaching';

const overview = (change: Partial<CoachingOverviewView> = {}): CoachingOverviewView => ({
  own: null,
  reports: [
    {
      ownerId: '202',
      name: 'Ben Ruiz',
      next: 'Mon 16 Nov 2026, 8 days overdue',
      isOverdue: true,
      lastHeld: '2 Nov 2026',
      cadence: 'fortnightly',
      completion: '4 of 5 actions done by their day',
    },
    {
      ownerId: '201',
      name: 'Ana Ruiz',
      next: 'Thu 26 Nov 2026, in 2 days',
      isOverdue: false,
      lastHeld: null,
      cadence: 'weekly',
      completion: null,
    },
  ],
  coverage: { text: '1 of 2 had their 1:1 in time', percent: 50 },
  completion: [],
  time: ['15 minutes a rep in the middle week of the last 4.'],
  managers: [],
  nextStep: null,
  ...change,
});
const line = (change: Partial<AgendaLineView> = {}): AgendaLineView => ({
  id: 'deal:71',
  words: 'Acme: no activity since 28 Oct 2026 → book one',
  rules: ['Nothing happened for 21 days or more'],
  question: 'Is it still alive? If so, what would bring it back?',
  dealId: '71',
  isNew: true,
  ...change,
});
const meeting = (change: Partial<MeetingView> = {}): MeetingView => ({
  viewer: 'manager',
  rep: { ownerId: '201', name: 'Ana Ruiz' },
  manager: { ownerId: '206', name: 'Maria Lang' },
  next: {
    number: 3,
    dueOn: '2026-11-26',
    label: 'Thu 26 Nov 2026, in 2 days',
    isOverdue: false,
    recordId: '2060003',
  },
  cadence: 'weekly',
  agenda: {
    ownLines: [{ id: '81', words: 'How do I get to procurement?', dealId: null, notice: null, handOn: null }],
    promisesNotKept: [
      {
        ...line({
          id: 'action:91',
          words: 'You: introduce Jo',
          question: 'When will I do it?',
          isNew: false,
        }),
        actionId: '91',
        due: 'due yesterday',
        carried: 'carried over 1 time',
        mayTick: true,
      },
    ],
    openActions: [],
    lines: [line()],
    leftOut: '3 more did not fit',
    wins: [line({ id: 'dealWon:72', words: 'Pumps, won on 20 Nov 2026', isNew: false })],
    skill: null,
  },
  preparedLabel: 'Prepared 25 Nov, 18:30; what is new since is marked.',
  held: [{ recordId: '2060002', dayLabel: '19 Nov 2026', details: '40 minutes · deal coaching' }],
  today: '2026-11-24',
  ...change,
});
const card = (change: Parameters<typeof exampleView>[0] = {}) =>
  exampleView({ lines: [], actions: [], notes: [], risks: [], ...change });

function open(answers: Answers, path = '/') {
  const home = openHome(
    {
      '/cards/coaching/note': {
        body: { noteId: '61', version: 1, state: 'shared', savedLabel: 'Saved 24 Nov, 10:42', warnings: [] },
      },
      [`${MEETING}/hold`]: { body: { message: 'Held on 24 Nov 2026.' } },
      [`${MEETING}/change`]: { body: { message: 'Skipped.' } },
      [`${MEETING}/cadence`]: { body: { message: '1:1s are monthly now.' } },
      ...answers,
    },
    path,
  );
  const { renderer } = home;
  const reads = (text: string) => eventually(() => expect(home.words().join('\n')).toContain(text));
  const press = (text: string, place = 0) => {
    const found = [
      ...renderer.findAll(LoadingButton, (button) => button.text === text),
      ...renderer.findAll(Button, (button) => button.text === text),
    ];
    found[place]?.trigger('onClick');
    expect(found.length).toBeGreaterThan(place);
  };
  return { ...home, reads, press };
}
async function openMeeting(view = meeting(), shown = card()) {
  const home = open({ [OVERVIEW]: { body: overview() }, [MEETING]: { body: view }, [CARD]: { body: shown } });
  await home.reads('Ben Ruiz');
  home.press('Prepare', 1);
  await home.reads(`1:1 with ${view.viewer === 'rep' ? 'Maria Lang' : 'Ana Ruiz'}`);
  return home;
}

describe('the Coaching tab', () => {
  it('says that it is being read, and what went wrong', async () => {
    const waiting = open({});
    expect(
      waiting.renderer.maybeFind(LoadingSpinner, ({ props }) => props.label === 'Looking at 1:1s'),
    ).not.toBeNull();
    jest.restoreAllMocks();
    const error = { code: 'forbidden', message: 'HubSpot knows no owner behind you.' };
    const failed = open({ [OVERVIEW]: { status: 403, body: { error } } });
    await failed.reads('HubSpot knows no owner behind you.');
    expect(failed.renderer.maybeFind(ErrorState)).not.toBeNull();
  });

  it('has what is overdue first, with coverage, promises and time', async () => {
    const { reads, words, renderer } = open({ [OVERVIEW]: { body: overview() } });
    await reads('1 of your 1:1s is overdue');
    const text = words().join('\n');
    expect(text).toContain('1 of 2 had their 1:1 in time (50 %).');
    expect(text.indexOf('Ben Ruiz')).toBeLessThan(text.indexOf('Ana Ruiz'));
    expect(text).toContain('15 minutes a rep in the middle week of the last 4.');
    expect(renderer.find(Tag).text).toBe('Mon 16 Nov 2026, 8 days overdue');
  });

  it('shows a director managers by dates and counts', async () => {
    const managers: CoachingOverviewView['managers'] = [
      {
        ownerId: '206',
        name: 'Maria Lang',
        coverage: '1 of 2 had their 1:1 in time',
        overdue: '1 overdue, the longest 8 days',
        completion: null,
        time: ['4 more weeks until there is something to show.'],
        drift: null,
      },
    ];
    const { reads } = open({ [OVERVIEW]: { body: overview({ managers }) } });
    await reads('Managers who report to you');
    await reads('1 overdue, the longest 8 days');
  });

  it('has one way on for a rep, and says what ops can do where nobody is set', async () => {
    const own = { manager: 'Maria Lang', next: 'Thu 26 Nov 2026, in 2 days', isOverdue: false };
    const rep = open({ [OVERVIEW]: { body: overview({ own, reports: [], coverage: null, time: [] }) } });
    await rep.reads('Your 1:1 with Maria Lang');
    expect(rep.renderer.find(Button, ({ text }) => text === 'Prepare my 1:1').props.variant).toBe('primary');
    jest.restoreAllMocks();
    const nobody = open({
      [OVERVIEW]: {
        body: overview({ reports: [], coverage: null, time: [], nextStep: 'Ops can set both.' }),
      },
    });
    await nobody.reads('Ops can set both.');
    expect(nobody.renderer.maybeFind(EmptyState)).not.toBeNull();
  });
});

describe('the address that the coaching card leads to', () => {
  it.each([
    ['/coaching/201', '201', meeting()],
    ['/coaching/own', null, meeting({ viewer: 'rep' })],
  ])('%s opens that 1:1', async (path, repId, view) => {
    const { reads, asked } = open({ [MEETING]: { body: view }, [CARD]: { body: card() } }, path);
    await reads(view.viewer === 'rep' ? 'Your 1:1 with Maria Lang' : '1:1 with Ana Ruiz');
    expect(asked.find(({ pathname }) => pathname === MEETING)?.searchParams.get('repId')).toBe(repId);
    // What was written at the 1:1 before is asked for last.
    await eventually(() => expect(asked.filter(({ pathname }) => pathname === CARD)).toHaveLength(2));
  });
});

describe('a 1:1', () => {
  it('shows own lines, promises, what rules raised with their question, and wins', async () => {
    const { words, asked } = await openMeeting();
    const text = words().join('\n');
    const order = [
      'Ana Ruiz wants to talk about',
      'How do I get to procurement?',
      'Promises not kept',
      'carried over 1 time',
      'Worth a conversation',
      'Acme: no activity since 28 Oct 2026 → book one',
      'Is it still alive?',
      'Nothing happened for 21 days or more',
      '3 more did not fit',
      'To celebrate',
      '1:1s before',
    ].map((each) => text.indexOf(each));
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
    expect(asked.find(({ pathname }) => pathname === MEETING)?.searchParams.get('repId')).toBe('201');
    await eventually(() => {
      const cards = asked.filter(({ pathname }) => pathname === CARD).map(({ search }) => search);
      expect(cards).toEqual([
        '?recordType=meeting&recordId=2060003&ownerId=201',
        '?recordType=meeting&recordId=2060002&ownerId=201',
      ]);
    });
  });

  it('is a full answer where nothing needs the two', async () => {
    const agenda = {
      ownLines: [],
      promisesNotKept: [],
      openActions: [],
      lines: [],
      leftOut: null,
      wins: [],
      skill: null,
    };
    const { reads } = await openMeeting(meeting({ agenda, held: [] }));
    await reads('Nothing needs you two today');
  });

  it('is held with ticks, shared first and recorded then', async () => {
    const { renderer, press, told, reads } = await openMeeting();
    press('Hold 1:1');
    await reads('What you two agree');
    renderer.find(Checkbox, ({ props }) => props.name === 'talked-81').trigger('onChange', true as never);
    renderer
      .find(TextArea, ({ props }) => props.label === 'Goal')
      .trigger('onChange', 'Pipeline for January' as never);
    press('Finish and share');
    await eventually(() => expect(told.map(({ path }) => path)).toContain(`${MEETING}/hold`));
    expect(told.map(({ path }) => path)).toEqual(['/cards/coaching/note', `${MEETING}/hold`]);
    expect(told[0]?.input).toMatchObject({
      recordType: 'meeting',
      recordId: '2060003',
      ownerId: '201',
      state: 'shared',
    });
    expect(told[1]?.input).toEqual({
      repId: '201',
      number: 3,
      heldOn: '2026-11-24',
      minutes: 30,
      kind: 'deal',
      attendance: 'both',
      discussedLineIds: ['81'],
      discussedRequestIds: [],
    });
  });

  it('with nothing written is recorded alone; one that nobody came to has no note', async () => {
    const { renderer, press, told, reads } = await openMeeting();
    press('Hold 1:1');
    await reads('What you two agree');
    renderer
      .find(Select, ({ props }) => props.name === 'attendance')
      .trigger('onChange', 'rep missing' as never);
    expect(renderer.maybeFind(TextArea)).toBeNull();
    press('Finish');
    await eventually(() => expect(told).toHaveLength(1));
    expect(told[0]).toMatchObject({
      path: `${MEETING}/hold`,
      input: { attendance: 'rep missing', minutes: 0 },
    });
  });

  it('says why it could not be recorded, and pressing again tries again', async () => {
    const error = { code: 'conflict', message: 'This 1:1 was recorded meanwhile. Open it anew.' };
    const home = open({
      [OVERVIEW]: { body: overview() },
      [MEETING]: { body: meeting() },
      [CARD]: { body: card() },
      [`${MEETING}/hold`]: { status: 409, body: { error } },
    });
    await home.reads('Ben Ruiz');
    home.press('Prepare', 1);
    await home.reads('1:1 with Ana Ruiz');
    home.press('Hold 1:1');
    await home.reads('What you two agree');
    home.press('Finish');
    await home.reads('This 1:1 was recorded meanwhile. Open it anew.');
    home.press('Finish');
    await eventually(() => expect(home.told).toHaveLength(2));
  });

  it('is skipped, and its rhythm changed', async () => {
    const { renderer, press, told } = await openMeeting();
    press('Skip this one');
    await eventually(() => expect(told).toHaveLength(1));
    renderer.find(Select, ({ props }) => props.name === 'cadence').trigger('onChange', 'monthly' as never);
    await eventually(() => expect(told).toHaveLength(2));
    expect(told).toEqual([
      { path: `${MEETING}/change`, input: { repId: '201', dueOn: '2026-11-26', moveTo: null } },
      { path: `${MEETING}/cadence`, input: { repId: '201', cadence: 'monthly' } },
    ]);
  });

  describe('is left while something is written', () => {
    const saved = {
      body: { noteId: '61', version: 1, state: 'draft', savedLabel: 'Saved 24 Nov, 10:42', warnings: [] },
    };
    const never = null as never;
    async function write(answer: Answers[string] = saved) {
      const home = open({
        [OVERVIEW]: { body: overview() },
        [MEETING]: { body: meeting() },
        [CARD]: { body: card() },
        '/cards/coaching/note': answer,
      });
      await home.reads('Ben Ruiz');
      home.press('Prepare', 1);
      await home.reads('1:1 with Ana Ruiz');
      home.press('Hold 1:1');
      await home.reads('What you two agree');
      home.renderer
        .find(TextArea, ({ props }) => props.label === 'Goal')
        .trigger('onInput', 'Pipeline for January' as never);
      await home.reads('Saving');
      return home;
    }
    const asDraft = {
      path: '/cards/coaching/note',
      input: { state: 'draft', ownerId: '201', content: { text: { goal: 'Pipeline for January' } } },
    };

    it('by the way back: it is saved first', async () => {
      const { press, told, reads } = await write();
      press('Back to Coaching');
      await reads('1 of your 1:1s is overdue');
      expect(told).toMatchObject([asDraft]);
    });

    it('it says so while it is not saved yet, and a second press waits no longer', async () => {
      const { press, told, reads, words } = await write(never);
      press('Back to Coaching');
      await reads('Saving what you wrote. Press again to leave without waiting.');
      await eventually(() => expect(told).toMatchObject([asDraft]));
      expect(words().join()).not.toContain('1 of your 1:1s is overdue');
      press('Back to Coaching');
      await reads('1 of your 1:1s is overdue');
      expect(told).toHaveLength(1);
    });

    it('in any other way: it is saved then', async () => {
      const { renderer, told } = await write();
      renderer.mocks.setPageLocation({ path: '/coaching/own', params: {} });
      await eventually(() => expect(told).toMatchObject([asDraft]));
      expect(renderer.maybeFind(TextArea)).toBeNull();
    });

    it('with nothing written it is left at once, and nothing is saved', async () => {
      const { press, told, reads } = await openMeeting();
      press('Hold 1:1');
      await reads('What you two agree');
      press('Back to Coaching');
      await reads('1 of your 1:1s is overdue');
      expect(told).toEqual([]);
    });
  });

  it('goes on with what was begun', async () => {
    const content = exampleView().draft?.content ?? {
      topic: 'skill' as const,
      text: { form: 'free' as const, text: 'Begun on Monday' },
      promises: [],
    };
    const draft = { id: '61', version: 4, content, savedLabel: 'Saved 23 Nov, 16:00' };
    const { reads } = await openMeeting(meeting(), card({ draft }));
    await reads('What you two agree');
    await reads('Saved 23 Nov, 16:00');
  });

  it('is open to the rep: own lines to add, no questions, and what was shared waits for an answer', async () => {
    const view = meeting({ viewer: 'rep' });
    const note = exampleNote({ id: '61', mayAcknowledge: true, mayEdit: false, acknowledgement: null });
    const { reads, renderer, words } = await openMeeting(view, card({ viewer: 'rep', notes: [note] }));
    await reads('What do you want to talk about?');
    expect(words()).not.toContain('Hold 1:1');
    await reads('Your answer.');
    for (const answer of ['Seen', 'Agreed', 'Disagreed'])
      expect(renderer.maybeFind(LoadingButton, ({ text }) => text === answer)).not.toBeNull();
  });

  it('brings back what the rep has begun for it, and shows what was written for a former manager', async () => {
    const line = { version: 4, text: 'How do I', savedLabel: 'Saved 23 Nov, 16:00' };
    const notice = 'Written for Maria Lang, your manager then. Olga Brandt does not read it.';
    const handOn = { managerId: '209', label: 'Let Olga Brandt read it' };
    const { agenda, ...rest } = meeting({ viewer: 'rep' });
    const ownLines = [{ id: '81', words: 'Pricing', dealId: null, notice, handOn }];
    const view = { ...rest, agenda: agenda && { ...agenda, ownLines } };
    const { reads, renderer } = await openMeeting(
      view,
      card({ viewer: 'rep', drafts: { line, addenda: [], edits: [] } }),
    );
    await reads('Saved 23 Nov, 16:00');
    expect(renderer.find(Input, ({ props }) => props.name === 'line').props.value).toBe('How do I');
    await reads(notice);
    await reads('Let Olga Brandt read it');
  });
});
