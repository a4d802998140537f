import { money } from '../../../src/kernel/money.ts';
import type { BacktestedPeriod } from '../../../src/domains/forecast/index.ts';
import { judgeTeams } from '../../../src/domains/settings/sharing/judge-teams.ts';
import { foreseeCalendar } from '../../../src/domains/settings/calendar/foresee-calendar.ts';
import { describeHeld, type HeldFacts } from '../../../src/domains/settings/privacy/describe-held.ts';
import { describeHeldCoaching } from '../../../src/domains/settings/privacy/describe-held-coaching.ts';
import { listViewers } from '../../../src/domains/settings/privacy/list-viewers.ts';
import { describeHistory } from '../../../src/domains/settings/setup/describe-history.ts';
import { describeReading } from '../../../src/domains/settings/setup/describe-reading.ts';
import { describePlan } from '../../../src/domains/settings/writes/describe-plan.ts';
import { describeWrites } from '../../../src/domains/settings/writes/describe-writes.ts';
import { joinWords } from '../../../src/domains/settings/join-words.ts';
import { takePage } from '../../../src/domains/settings/take-page.ts';

const eur = (units: number) => money(units * 100, 'EUR');
const period = (key: string, actual: number, pipeline: number, sideline: number): BacktestedPeriod => ({
  key,
  deals: 20,
  actual: eur(actual),
  pipeline: eur(pipeline),
  sideline: eur(sideline),
});
const calendar = (startMonth: number) => ({ timeZone: 'Europe/Berlin', startMonth });
const quarters = { kind: 'quarter' as const, timeZone: 'Europe/Berlin' };
const at = new Date('2026-11-24T10:00:00Z');

describe('what the history says', () => {
  test('is the share by which each missed, also where the weighted pipeline was better', () => {
    // Missed by 30 + 10 of 200, and by 10 + 50 of 200.
    const periods = [period('2026-Q2', 100, 130, 90), period('2026-Q3', 100, 90, 150)];
    expect(describeHistory({ madeAt: at, everyNth: 1, periods }, quarters)).toMatchObject({
      kind: 'measured',
      sentence:
        'Your weighted pipeline missed the last two quarters by 20 %; Sideline would have missed by 30 %.',
      periods: [{ label: 'Q2 2026', actual: '100 EUR', values: { pipeline: 130 } }, { label: 'Q3 2026' }],
    });
  });

  test.each<[string, BacktestedPeriod[]]>([
    ['one period alone', [period('2026-Q3', 100, 90, 110)]],
    ['periods in which nothing came', [period('2026-Q2', 0, 1, 1), period('2026-Q3', 0, 1, 1)]],
  ])('is not enough with %s, and says what is needed', (_what, periods) => {
    const view = describeHistory({ madeAt: at, everyNth: 1, periods }, quarters);
    expect(view).toMatchObject({
      kind: 'notEnough',
      sentence: expect.stringMatching(/50 deals closed.*10 open/),
    });
  });

  test('is waited for until it has been counted', () => {
    expect(describeHistory(null, quarters).kind).toBe('waiting');
  });
});

test.each([
  ['nobody knows how many there are', 7, null, { percent: null, text: '7 deals so far' }],
  ['it runs', 4_200, 12_480, { percent: 33, text: '4,200 of 12,480 deals' }],
  ['all are read and it is not over', 10, 10, { percent: 99, text: '10 of 10 deals' }],
])('a running read where %s', (_what, dealsRead, dealsTotal, expected) => {
  expect(describeReading({ phase: 'deals', dealsRead, dealsTotal, finishedAt: null })).toMatchObject(
    expected,
  );
  expect(describeReading({ phase: 'done', dealsRead, dealsTotal, finishedAt: at })).toBeNull();
});

test('a plan counts deals, properties and calls of a hundred', () => {
  const patches = Array.from({ length: 101 }, (_each, index) => ({
    recordId: String(7_001 + index),
    properties: index === 0 ? { a: '1', b: '' } : { a: '1' },
  }));
  const plan = describePlan({
    portalId: 42,
    patches,
    upToDate: 3,
    names: new Map([['7001', 'Acme']]),
    definitions: [
      { name: 'a', label: 'Quota' },
      { name: 'b', label: 'Gap' },
    ],
    planned: 104,
    writable: 104,
  });
  expect(plan).toMatchObject({
    headline: '101 deals, 2 properties, 2 calls',
    byProperty: [
      { label: 'Quota', deals: 101 },
      { label: 'Gap', deals: 1 },
    ],
    remark: null,
  });
  expect(plan.examples[0]).toEqual({
    record: { objectTypeId: '0-3', recordId: '7001', name: 'Acme', path: '/contacts/42/record/0-3/7001' },
    values: [
      { label: 'Quota', value: '1' },
      { label: 'Gap', value: '(emptied)' },
    ],
  });
});

test.each([
  [
    false,
    false,
    false,
    'notGranted',
    { mayStart: false, mayPause: false, mayResume: false, mayRemove: false },
  ],
  [true, false, false, 'notAsked', { mayStart: true, mayPause: false, mayResume: false, mayRemove: false }],
  [true, true, true, 'on', { mayStart: false, mayPause: true, mayResume: false, mayRemove: true }],
  [true, false, true, 'paused', { mayStart: false, mayPause: false, mayResume: true, mayRemove: true }],
])('granted %s, on %s, begun %s is %s', (isGranted, isOn, hasBegun, state, buttons) => {
  const facts = { isGranted, isOn, hasBegun, definitions: [], written: [], timeZone: 'UTC', choices: [] };
  expect(describeWrites(facts)).toMatchObject({ state, ...buttons });
});

test('quotas that would mean other days are told when the fiscal year moves, months not', () => {
  const { after, consequences } = foreseeCalendar({
    before: { calendar: calendar(1), kind: 'quarter' },
    after: { calendar: calendar(4), kind: 'quarter' },
    now: at,
    deals: 2,
    quotaKeys: ['2026-11', '2026-Q4', '2026-Q4'],
  });
  expect(after[0]).toEqual({ label: 'Q3 2027', first: '2026-10-01', last: '2026-12-31' });
  expect(consequences[1]).toBe(
    '2 quotas keep their names and mean other days: Q4 2026 will be 2026-01-01 to 2026-03-31. Check the quotas afterwards.',
  );
});

test('a team too small is told whose figures its deals show instead', () => {
  const carriers = ['1', '2', '3', '4'].map((ownerId) => ({ ownerId, teamId: 'big' }));
  const teams = [
    { id: 'top', name: 'All', parentId: null },
    { id: 'big', name: 'North', parentId: 'top' },
    { id: 'small', name: 'South', parentId: 'big' },
  ];
  const judged = judgeTeams(teams, [...carriers, { ownerId: '5', teamId: 'small' }]);
  expect(judged.map(({ name, carriers: count, isShown }) => [name, count, isShown])).toEqual([
    ['All', 0, true],
    ['North', 4, true],
    ['South', 1, false],
  ]);
  expect(judged[2]?.sentence).toContain('North instead');
});

test('somebody two steps up sees since both steps hold, and a circle ends the walk', () => {
  const [early, late] = [new Date('2026-01-01'), new Date('2026-06-01')];
  const reports = new Map([
    ['ana', { managerId: 'maria', since: late }],
    ['maria', { managerId: 'dora', since: early }],
    ['dora', { managerId: 'ana', since: early }],
  ]);
  expect(listViewers('ana', reports)).toEqual([
    { ownerId: 'maria', steps: 1, since: late },
    { ownerId: 'dora', steps: 2, since: late },
  ]);
});

test.each([
  [['Ana'], 'Ana'],
  [['Ana', 'Ben'], 'Ana and Ben'],
  [['Ana', 'Ben', 'Cleo'], 'Ana, Ben and Cleo'],
  [['a', 'b', 'c', 'd', 'e', 'f', 'g'], 'a, b, c, d, e, f and 1 more'],
])('%j reads %s', (words, text) => {
  expect(joinWords(words)).toBe(text);
});

test('pages follow each other without a gap, and a mark of nobody begins anew', () => {
  const list = [1, 2, 3, 4, 5];
  const first = takePage(list, undefined, 2);
  expect(first).toEqual({ items: [1, 2], after: '2' });
  expect(takePage(list, first.after ?? '', 2)).toEqual({ items: [3, 4], after: '4' });
  expect(takePage(list, '4', 2)).toEqual({ items: [5], after: null });
  expect(takePage(list, 'nonsense', 2).items).toEqual([1, 2]);
});

test('what is held on a person reads as sentences, with days as people write them', () => {
  const standing = {
    quota: { ok: false },
    attainment: { standing: { ok: false }, credited: eur(0), credits: [] },
  } as unknown as HeldFacts['standing'];
  const ana = { name: 'Ana Ruiz', email: 'ana@example.com', endsOn: null, rampMonths: 0 };
  const held = describeHeld({
    person: { ...ana, startsOn: '2022-08-01' } as HeldFacts['person'],
    ...{ teamName: null, managerName: null, openDeals: 0, isOps: false, actions: 6 },
    period: { key: '2026-Q4' } as HeldFacts['period'],
    standing,
  });
  expect(held).toMatchObject([
    { title: 'Who you are' },
    { title: 'Where you stand in the company' },
    { title: 'Dates of work', lines: ['First day 1 Aug 2022'] },
    { title: 'Your attainment', from: 'HubSpot deals, computed by Sideline' },
    { title: 'What you changed in Sideline', lines: ['6 entries'] },
  ]);
});

test('of coaching a person reads how much is held, and who reads it', () => {
  const held = {
    coachingNotes: [
      { author_id: '206', rep_id: '201' },
      { author_id: '201', rep_id: '202' },
      { author_id: '206', rep_id: '201' },
    ],
    coachingLines: [{ rep_id: '202', manager_id: '201' }],
    coachingActions: [{ doer_id: '201' }, { doer_id: '206' }],
    coachingMeetings: [{ rep_id: '201' }],
    coachingDisputes: [],
  };
  expect(describeHeldCoaching(held, '201')).toEqual([
    {
      title: 'Coaching',
      lines: [
        '1 note that you wrote',
        '2 notes that were shared with you',
        '1 promise of yours',
        '1 held 1:1',
      ],
      from: 'you, your managers, and workflows',
      seenBy: expect.stringContaining('ops see days and counts') as string,
    },
  ]);
  expect(describeHeldCoaching({ coachingNotes: [], coachingMeetings: [] }, '201')).toEqual([]);
});
