import fc from 'fast-check';
import { chooseTimeShown } from '../../../../src/domains/coaching/time/choose-time-shown.ts';
import { describeCoachingTime } from '../../../../src/domains/coaching/time/describe-coaching-time.ts';
import { measureCoachingTime } from '../../../../src/domains/coaching/time/measure-coaching-time.ts';
import { readTimePolicy } from '../../../../src/domains/coaching/time/read-time-policy.ts';
import { policyUnlessChosen } from '../../../../src/domains/coaching/time/rules.ts';
import type { CoachingSession, CoachingTimeQuestion } from '../../../../src/domains/coaching/time/types.ts';
import { addDays } from '../../../../src/kernel/period.ts';
import { compareRatios, multiplyRatios, ratio } from '../../../../src/kernel/ratio.ts';

/** Monday, 26 October 2026; the four weeks from it end on Sunday, 22 November. */
const monday = '2026-10-26';
const week = (index: number, minutes: number, kind: 'deal' | 'skill' = 'deal'): CoachingSession => ({
  on: addDays(monday, 7 * index + 3),
  minutes,
  kind,
});
const ask = (change: Partial<CoachingTimeQuestion> = {}): CoachingTimeQuestion => ({
  sessions: [],
  recordedSince: monday,
  until: '2026-11-24',
  reps: 5,
  policy: policyUnlessChosen,
  ...change,
});
const measured = (change: Partial<CoachingTimeQuestion>) => {
  const time = measureCoachingTime(ask(change));
  if (time.kind !== 'measured') throw new Error(time.kind);
  return time;
};

test('the median week a rep, the split, the policy, and a tenth more', () => {
  // Weeks of 240, 300, 360 and 600 minutes: the middle is 330 minutes, 66 a rep. Half of 40 hours for 5 reps is 4 a rep.
  const sessions = [week(0, 240), week(1, 200), week(1, 100, 'skill'), week(2, 360), week(3, 600, 'skill')];
  expect(measureCoachingTime(ask({ sessions }))).toEqual({
    kind: 'measured',
    hoursPerRep: ratio(66, 60),
    weeks: 4,
    split: { deal: ratio(800, 1500), skill: ratio(700, 1500) },
    policyHoursPerRep: ratio(4),
    nextStep: ratio(726, 600),
  });
});

test.each<[string, Partial<CoachingTimeQuestion>, number]>([
  ['three complete weeks', { recordedSince: '2026-11-02' }, 1],
  ['recorded from a Tuesday on: that week is not complete', { recordedSince: '2026-10-27' }, 1],
  ['the last week is not over on Saturday', { until: '2026-11-21' }, 1],
  ['nothing yet', { recordedSince: '2026-11-24' }, 4],
])('%s: %i missing', (_case, change, weeksMissing) => {
  expect(measureCoachingTime(ask(change))).toEqual({
    kind: 'tooEarly',
    weeks: 4 - weeksMissing,
    weeksMissing,
  });
});

test('a week is over on its Sunday', () => {
  expect(measureCoachingTime(ask({ until: '2026-11-22' })).kind).toBe('measured');
});

test('no more than the last 13 weeks are looked at', () => {
  const sessions = Array.from({ length: 13 }, (_none, index) => week(index, 60));
  const time = measured({
    sessions,
    recordedSince: addDays(monday, -70),
    until: addDays(monday, 13 * 7 - 1),
  });
  expect(time.weeks).toBe(13);
  expect(time.hoursPerRep).toEqual(ratio(1, 5));
});

test('the next step stops at the policy, and there is none beyond it or from nothing', () => {
  const all = (minutes: number) => [0, 1, 2, 3].map((index) => week(index, minutes));
  expect(measured({ sessions: all(1150) }).nextStep).toEqual(ratio(4));
  expect(measured({ sessions: all(1200) }).nextStep).toBeNull();
  expect(measured({ sessions: all(1300) }).nextStep).toBeNull();
  expect(measured({ sessions: [] })).toMatchObject({ hoursPerRep: ratio(0), split: null, nextStep: null });
});

test('without reps there is nothing to divide by', () => {
  expect(measureCoachingTime(ask({ reps: 0 }))).toEqual({ kind: 'noReps' });
});

const berlin = { timeZone: 'Europe/Berlin', startMonth: 1 };

test.each<['manager' | 'director', string, string]>([
  ['manager', '2026-11-24T12:00:00Z', '2026-11-23'],
  // The third quarter was complete on 1 October; a director sees up to the second.
  ['director', '2026-11-24T12:00:00Z', '2026-06-30'],
  ['director', '2026-12-31T22:59:59Z', '2026-06-30'],
  ['director', '2026-12-31T23:00:00Z', '2026-09-30'],
])('a %s on %s sees up to %s', (viewer, now, until) => {
  expect(chooseTimeShown(viewer, berlin, new Date(now))).toBe(until);
});

test('the policy is read or refused by field', () => {
  expect(readTimePolicy({ weekHours: 38, percent: 20 }).ok).toBe(true);
  expect(readTimePolicy({ weekHours: 0, percent: 101 })).toEqual({
    ok: false,
    failure: [
      { field: 'weekHours', message: 'Give a whole number of hours from 1 to 60.' },
      { field: 'percent', message: 'Give a whole number of percent from 1 to 100.' },
    ],
  });
});

test('what a screen says', () => {
  const sentences = (change: Partial<CoachingTimeQuestion>) =>
    describeCoachingTime(measureCoachingTime(ask(change)), policyUnlessChosen);
  expect(sentences({ sessions: [week(0, 300), week(1, 300), week(2, 300), week(3, 300, 'skill')] })).toEqual([
    '1 hour a rep in the middle week of the last 4.',
    '75 % on deals, 25 % on skills.',
    "Your company's policy is 4 hours a rep: 50 % of a week of 40 hours.",
    'A next step: 1.1 hours a rep.',
  ]);
  expect(sentences({})).toEqual([
    '0 minutes a rep in the middle week of the last 4.',
    'No coaching was recorded in these weeks.',
    "Your company's policy is 4 hours a rep: 50 % of a week of 40 hours.",
    'A next step: one 1:1 this week.',
  ]);
  expect(sentences({ recordedSince: '2026-11-02' })).toEqual([
    '1 more week until there is something to show.',
  ]);
  expect(sentences({ reps: 0 })).toHaveLength(1);
});

test('a next step lies above the median and within a tenth and the policy; the split is a whole', () => {
  const session = fc.record({
    on: fc.nat(27).map((days) => addDays(monday, days)),
    minutes: fc.integer({ min: 1, max: 600 }),
    kind: fc.constantFrom('deal' as const, 'skill' as const),
  });
  fc.assert(
    fc.property(fc.array(session, { maxLength: 30 }), fc.integer({ min: 1, max: 12 }), (sessions, reps) => {
      const { hoursPerRep, nextStep, split, policyHoursPerRep } = measured({ sessions, reps });
      if (split !== null) expect(compareRatios(ratio(1), split.deal)).toBeGreaterThanOrEqual(0);
      if (nextStep === null) return;
      expect(compareRatios(nextStep, hoursPerRep)).toBe(1);
      expect(compareRatios(nextStep, multiplyRatios(hoursPerRep, ratio(11, 10)))).toBeLessThanOrEqual(0);
      expect(compareRatios(nextStep, policyHoursPerRep)).toBeLessThanOrEqual(0);
    }),
  );
});
