import fc from 'fast-check';
import { prorateQuota } from '../../../src/domains/quota/prorate-quota.ts';
import type { Employment } from '../../../src/domains/quota/prorate-quota.ts';
import {
  addMonths,
  localDate,
  nextDay,
  periodFromKey,
  startOfLocalDate,
} from '../../../src/kernel/period.ts';
import { add } from '../../../src/kernel/money.ts';
import { compareRatios, oneRatio, ratio, zeroRatio } from '../../../src/kernel/ratio.ts';
import { berlin, eur, q4 } from './examples.ts';

const employment = (change: Partial<Employment>): Employment => ({
  startDate: '2020-01-01',
  endDate: null,
  rampMonths: 0,
  ...change,
});

test.each<[string, Partial<Employment>, number, number, number]>([
  // 300,000 EUR in Q4 2026 with 66 working days: 22 in October, 21 in November, 23 in December.
  ['all of it', {}, 66, 66, 300_000],
  ['start unknown, whatever the ramp', { startDate: null, rampMonths: 6 }, 66, 66, 300_000],
  ['from November on', { startDate: '2026-11-01' }, 44, 66, 200_000],
  ['until the end of October, that day included', { endDate: '2026-10-31' }, 22, 66, 100_000],
  ['one working day', { startDate: '2026-12-31' }, 1, 66, 4_545.45],
  ['left on the first working day', { endDate: '2026-10-01' }, 1, 66, 4_545.45],
  ['left before', { endDate: '2026-09-30' }, 0, 66, 0],
  ['starts after', { startDate: '2027-01-01' }, 0, 66, 0],
  // Month 1 of 3 carries a third, month 2 two thirds, month 3 all: (22 x 1 + 21 x 2 + 23 x 3) / (3 x 66).
  ['ramp of three months from October', { startDate: '2026-10-01', rampMonths: 3 }, 133, 198, 201_515.15],
  // November is month 1 and December month 2 of 6: (21 x 1 + 23 x 2) / (6 x 66).
  ['ramp of six months from November', { startDate: '2026-11-01', rampMonths: 6 }, 67, 396, 50_757.58],
  // Started 15 August: months 2, 3, 4 of 4 end on 14 October, 14 November, 14 December.
  // 10 working days x 2/4, 22 x 3/4 and 34 x 1 (the last month, then no ramp).
  ['ramp that runs out', { startDate: '2026-08-15', rampMonths: 4 }, 222, 264, 252_272.73],
  ['ramp long past', { startDate: '2026-01-01', rampMonths: 6 }, 66, 66, 300_000],
  [
    'ramp cut off by leaving',
    { startDate: '2026-10-01', endDate: '2026-10-31', rampMonths: 3 },
    22,
    198,
    33_333.33,
  ],
])('%s', (_case, change, top, bottom, amount) => {
  const prorated = prorateQuota({
    full: eur(300_000),
    employment: employment(change),
    period: q4,
    calendar: berlin,
  });
  expect(prorated).toEqual({ amount: eur(amount), factor: ratio(top, bottom) });
});

test('holidays carry no quota: 65 working days without Christmas', () => {
  const calendar = { ...berlin, holidays: new Set(['2026-12-25']) };
  const prorated = prorateQuota({
    full: eur(65_000),
    employment: employment({ startDate: '2026-12-01' }),
    period: q4,
    calendar,
  });
  expect(prorated.amount).toEqual(eur(22_000));
});

const dayOfQ4 = fc.integer({ min: 0, max: 91 }).map((days) => {
  const day = new Date(startOfLocalDate('2026-10-01', 'UTC').getTime() + days * 86_400_000);
  return localDate(day, 'UTC');
});

test('whoever takes over the day after someone leaves carries what the other did not', () => {
  fc.assert(
    fc.property(dayOfQ4, (lastDay) => {
      const prorate = (change: Partial<Employment>) =>
        prorateQuota({ full: eur(660_000), employment: employment(change), period: q4, calendar: berlin })
          .amount;
      expect(add(prorate({ endDate: lastDay }), prorate({ startDate: nextDay(lastDay) }))).toEqual(
        eur(660_000),
      );
    }),
  );
});

test('the factor lies between 0 and 1, and a longer ramp never raises it', () => {
  fc.assert(
    fc.property(dayOfQ4, fc.integer({ min: -12, max: 0 }), fc.nat(12), (day, monthsBefore, rampMonths) => {
      const startDate = addMonths(day, monthsBefore);
      const factorOf = (months: number) =>
        prorateQuota({
          full: eur(1),
          employment: employment({ startDate, rampMonths: months }),
          period: periodFromKey(berlin, '2026-Q4'),
          calendar: berlin,
        }).factor;
      const factor = factorOf(rampMonths);
      expect(compareRatios(factor, zeroRatio)).toBeGreaterThanOrEqual(0);
      expect(compareRatios(factor, oneRatio)).toBeLessThanOrEqual(0);
      expect(compareRatios(factorOf(rampMonths + 1), factor)).toBeLessThanOrEqual(0);
    }),
  );
});
