import fc from 'fast-check';
import { measurePace } from '../../../src/domains/quota/measure-pace.ts';
import { money, multiplyByRatio } from '../../../src/kernel/money.ts';
import { ratio, toPercentText } from '../../../src/kernel/ratio.ts';
import { at, berlin, eur, q4 } from './examples.ts';

const pace = (
  now: Date,
  credited: number,
  seasonality: Parameters<typeof measurePace>[0]['seasonality'] = null,
) =>
  measurePace({
    credited: eur(credited),
    quota: eur(300_000),
    calendar: berlin,
    period: q4,
    now,
    seasonality,
  });

/** Tuesday, 24 November: 54 of 92 days and 38 of 66 working days are gone (22 in October, 16 in November). */
const now = at('2026-11-24T10:42');

test('three projections of 213,000 by 24 November', () => {
  const measured = pace(now, 213_000, [ratio(1, 4), ratio(1, 4), ratio(1, 2)]);
  // 213,000 x 92 / 54
  expect(measured.linear).toMatchObject({ elapsedShare: ratio(54, 92), credited: eur(362_888.89) });
  // 213,000 x 66 / 38
  expect(measured.workingDay).toMatchObject({ elapsedShare: ratio(38, 66), credited: eur(369_947.37) });
  // 1/4 for October and 16 of 21 working days of the 1/4 for November: 37/84; 213,000 x 84 / 37
  expect(measured.seasonal).toMatchObject({ elapsedShare: ratio(37, 84), credited: eur(483_567.57) });
  expect(toPercentText(measured.workingDay!.attainment)).toBe('123 %');
});

test('87,000 over 28 working days, today included, is 3,107.15 a day, rounded up', () => {
  const measured = pace(now, 213_000);
  expect(measured.need).toEqual({ kind: 'perWorkingDay', amount: eur(3_107.15), workingDaysLeft: 28 });
  expect(measured.runRate).toEqual(eur(5_605.26)); // 213,000 / 38
});

test('on the first day there is no pace yet, and 66 days to go', () => {
  const measured = pace(at('2026-10-01T09:00'), 6_000, [ratio(1, 3), ratio(1, 3), ratio(1, 3)]);
  expect(measured).toMatchObject({ linear: null, workingDay: null, seasonal: null, runRate: null });
  expect(measured.need).toMatchObject({ amount: eur(4_454.55), workingDaysLeft: 66 });
});

test('before the period nothing is gone and all of it is left', () => {
  expect(pace(at('2026-09-01T09:00'), 0)).toMatchObject({
    workingDay: null,
    need: { kind: 'perWorkingDay', workingDaysLeft: 66 },
  });
});

test('without seasonal weights there is no seasonal projection', () => {
  expect(pace(now, 1_000).seasonal).toBeNull();
});

test('after the period the projection is what was credited, and no day is left', () => {
  const measured = pace(at('2027-02-01T09:00'), 213_000, [ratio(1, 4), ratio(1, 4), ratio(1, 2)]);
  expect(measured.linear!.credited).toEqual(eur(213_000));
  expect(measured.workingDay!.credited).toEqual(eur(213_000));
  expect(measured.seasonal!.credited).toEqual(eur(213_000));
  expect(measured.need).toEqual({ kind: 'noDayLeft', gap: eur(87_000) });
});

test('a quota that is met needs nothing', () => {
  expect(pace(now, 300_000).need).toEqual({ kind: 'met' });
  expect(pace(now, 310_000).need).toEqual({ kind: 'met' });
});

test('what is needed a day suffices by less than a cent a day', () => {
  const instants = fc.date({ min: q4.start, max: at('2026-12-31T23:00'), noInvalidDate: true });
  fc.assert(
    fc.property(instants, fc.integer({ min: 0, max: 29_999_999 }), (instant, cents) => {
      const { need } = pace(instant, cents / 100);
      if (need.kind !== 'perWorkingDay') throw new Error('there is always a working day left');
      const together = multiplyByRatio(need.amount, ratio(need.workingDaysLeft), 'down').minor;
      const gap = 30_000_000 - cents;
      expect(together).toBeGreaterThanOrEqual(gap);
      expect(together).toBeLessThan(gap + need.workingDaysLeft);
    }),
  );
});

test('a projection grows with the credit and shrinks with time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 1, max: 1e9 }), (days, cents) => {
      const day = (count: number) => new Date(q4.start.getTime() + count * 86_400_000 + 43_200_000);
      const project = (count: number, minor: number) =>
        measurePace({
          credited: money(minor, 'EUR'),
          quota: eur(1),
          calendar: berlin,
          period: q4,
          now: day(count),
          seasonality: null,
        }).linear!.credited.minor;
      expect(project(days, cents + 1)).toBeGreaterThanOrEqual(project(days, cents));
      expect(project(days + 1, cents)).toBeLessThanOrEqual(project(days, cents));
    }),
  );
});
