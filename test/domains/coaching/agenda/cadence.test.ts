import fc from 'fast-check';
import type { Cadence } from '../../../../src/contract/index.ts';
import type { CadenceHistory } from '../../../../src/domains/coaching/agenda/cadence.ts';
import { findNextDue } from '../../../../src/domains/coaching/agenda/find-next-due.ts';
import { measureCoverage } from '../../../../src/domains/coaching/agenda/measure-coverage.ts';
import { addDays } from '../../../../src/kernel/period.ts';
import { ratio } from '../../../../src/kernel/ratio.ts';

/** 24 November 2026 is a Tuesday. */
const today = '2026-11-24';
const history = (change: Partial<CadenceHistory> = {}): CadenceHistory => ({
  cadence: 'weekly',
  since: '2026-01-01',
  heldOn: [],
  changes: [],
  leave: [],
  ...change,
});

test.each<[string, Partial<CadenceHistory>, string, number]>([
  ['weekly', { heldOn: ['2026-11-05', '2026-11-19'] }, '2026-11-26', 0],
  ['due today is not overdue', { heldOn: ['2026-11-17'] }, '2026-11-24', 0],
  ['eight days overdue; 15 Nov is a Sunday', { heldOn: ['2026-11-08', '2026-11-01'] }, '2026-11-16', 8],
  ['fortnightly', { cadence: 'fortnightly', heldOn: ['2026-11-19'] }, '2026-12-03', 0],
  ['monthly', { cadence: 'monthly', heldOn: ['2026-10-20'] }, '2026-11-20', 4],
  ['monthly from the 31st', { cadence: 'monthly', heldOn: ['2026-08-31'] }, '2026-09-30', 55],
  [
    'monthly over a weekend: 21 Nov is a Saturday',
    { cadence: 'monthly', heldOn: ['2026-10-21'] },
    '2026-11-23',
    1,
  ],
  ['never held, counted from the beginning', { since: '2026-11-19' }, '2026-11-26', 0],
  ['a 1:1 to come is not one that was held', { heldOn: ['2026-11-17', '2026-12-01'] }, '2026-11-24', 0],
  ['skipped', { heldOn: ['2026-11-12'], changes: [{ kind: 'skip', dueOn: '2026-11-19' }] }, '2026-11-26', 0],
  [
    'skipped twice',
    {
      heldOn: ['2026-11-12'],
      changes: [
        { kind: 'skip', dueOn: '2026-11-26' },
        { kind: 'skip', dueOn: '2026-11-19' },
      ],
    },
    '2026-12-03',
    0,
  ],
  [
    'put off',
    { heldOn: ['2026-11-12'], changes: [{ kind: 'reschedule', dueOn: '2026-11-19', to: '2026-11-23' }] },
    '2026-11-23',
    1,
  ],
  [
    'put off, then skipped',
    {
      heldOn: ['2026-11-12'],
      changes: [
        { kind: 'reschedule', dueOn: '2026-11-19', to: '2026-11-23' },
        { kind: 'skip', dueOn: '2026-11-23' },
      ],
    },
    '2026-11-30',
    0,
  ],
  [
    'a change for another day is none',
    { heldOn: ['2026-11-12'], changes: [{ kind: 'skip', dueOn: '2026-11-12' }] },
    '2026-11-19',
    5,
  ],
  [
    'due within leave: the first day back',
    { heldOn: ['2026-11-05'], leave: [{ from: '2026-11-10', to: '2026-11-17' }] },
    '2026-11-18',
    6,
  ],
  [
    'back on a Saturday: Monday',
    { heldOn: ['2026-11-05'], leave: [{ from: '2026-11-10', to: '2026-11-20' }] },
    '2026-11-23',
    1,
  ],
  [
    'leave while overdue does not count',
    { heldOn: ['2026-11-05'], leave: [{ from: '2026-11-16', to: '2026-11-20' }] },
    '2026-11-12',
    7,
  ],
  [
    'two leaves in a row',
    {
      heldOn: ['2026-11-05'],
      leave: [
        { from: '2026-11-18', to: '2026-11-19' },
        { from: '2026-11-10', to: '2026-11-17' },
      ],
    },
    '2026-11-20',
    4,
  ],
])('%s', (_case, change, dueOn, overdueDays) => {
  expect(findNextDue(history(change), today)).toEqual({ dueOn, overdueDays });
});

test('two changes that point at each other come to an end', () => {
  const changes = [
    { kind: 'reschedule', dueOn: '2026-11-19', to: '2026-11-20' },
    { kind: 'reschedule', dueOn: '2026-11-20', to: '2026-11-19' },
  ] as const;
  expect(findNextDue(history({ heldOn: ['2026-11-12'], changes }), today).dueOn).toBe('2026-11-19');
});

test.each<[string, Partial<CadenceHistory>, 'covered' | 'not' | 'left out']>([
  ['held within the week', { heldOn: ['2026-11-18'] }, 'covered'],
  ['held a week ago, today is the last day', { heldOn: ['2026-11-17'] }, 'covered'],
  ['a day longer ago', { heldOn: ['2026-11-16'] }, 'not'],
  ['held last month, monthly', { cadence: 'monthly', heldOn: ['2026-10-26'] }, 'covered'],
  [
    'a skip makes no window longer',
    { heldOn: ['2026-11-12'], changes: [{ kind: 'skip', dueOn: '2026-11-19' }] },
    'not',
  ],
  [
    'nor does a new day',
    { heldOn: ['2026-11-12'], changes: [{ kind: 'reschedule', dueOn: '2026-11-19', to: '2026-11-27' }] },
    'not',
  ],
  [
    'back from leave today',
    { heldOn: ['2026-11-05'], leave: [{ from: '2026-11-10', to: '2026-11-23' }] },
    'covered',
  ],
  [
    'back from leave since yesterday',
    { heldOn: ['2026-11-05'], leave: [{ from: '2026-11-10', to: '2026-11-22' }] },
    'not',
  ],
  [
    'on leave today',
    { heldOn: ['2026-10-05'], leave: [{ from: '2026-11-20', to: '2026-11-24' }] },
    'left out',
  ],
  ['new, the first window is open', { since: '2026-11-18' }, 'left out'],
  ['new, the first window has passed', { since: '2026-11-16' }, 'not'],
  ['new, and already met', { since: '2026-11-18', heldOn: ['2026-11-19'] }, 'covered'],
])('%s: %s', (_case, change, expected) => {
  const measured = measureCoverage([history(change)], today);
  expect(measured).toEqual(
    expected === 'left out'
      ? { ok: false, failure: 'nobodyDue' }
      : {
          ok: true,
          value: {
            covered: +(expected === 'covered'),
            reps: 1,
            share: ratio(+(expected === 'covered')),
            leftOut: 0,
          },
        },
  );
});

test('three reps of four, one on leave', () => {
  const coverage = measureCoverage(
    [
      history({ heldOn: ['2026-11-19'] }),
      history({ heldOn: ['2026-11-20'] }),
      history({ heldOn: ['2026-11-02'] }),
      history({ leave: [{ from: '2026-11-01', to: '2026-11-30' }] }),
    ],
    today,
  );
  expect(coverage).toEqual({ ok: true, value: { covered: 2, reps: 3, share: ratio(2, 3), leftOut: 1 } });
});

const day = fc.integer({ min: 0, max: 120 }).map((days) => addDays('2026-08-01', days));
const cadence = fc.constantFrom<Cadence>('weekly', 'fortnightly', 'monthly');
const leave = fc
  .array(fc.record({ from: day, days: fc.nat(20) }), { maxLength: 3 })
  .map((all) => all.map(({ from, days }) => ({ from, to: addDays(from, days) })));

test('a due day is a weekday outside leave, after the last 1:1; overdue exactly when it has passed', () => {
  fc.assert(
    fc.property(cadence, day, leave, (each, held, away) => {
      const due = findNextDue(history({ cadence: each, heldOn: [held], leave: away }), today);
      const last = held <= today ? held : '2026-01-01';
      expect(due.dueOn > last).toBe(true);
      expect([1, 2, 3, 4, 5]).toContain(new Date(due.dueOn).getUTCDay());
      expect(away.some(({ from, to }) => from <= due.dueOn && due.dueOn <= to)).toBe(false);
      if (due.overdueDays > 0) expect(due.dueOn < today).toBe(true);
      if (away.length === 0) expect(due.overdueDays > 0).toBe(due.dueOn < today);
    }),
  );
});

test('covered and not add up, and one more 1:1 never lowers coverage', () => {
  const anyHistory = fc.record({ cadence, heldOn: fc.array(day, { maxLength: 4 }), leave });
  fc.assert(
    fc.property(fc.array(anyHistory, { minLength: 1, maxLength: 6 }), (all) => {
      const histories = all.map((change) => history(change));
      const measured = measureCoverage(histories, today);
      const more = measureCoverage(
        histories.map((each) => ({ ...each, heldOn: [...each.heldOn, today] })),
        today,
      );
      if (!measured.ok || !more.ok) return expect(measured.ok).toBe(more.ok);
      expect(measured.value.reps + measured.value.leftOut).toBe(histories.length);
      expect(more.value.covered).toBe(more.value.reps);
      return expect(measured.value.covered).toBeLessThanOrEqual(more.value.covered);
    }),
  );
});
