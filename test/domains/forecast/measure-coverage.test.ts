import { measureCoverage } from '../../../src/domains/forecast/measure-coverage.ts';
import { money } from '../../../src/kernel/money.ts';
import { periodAt } from '../../../src/kernel/period.ts';
import { ratio } from '../../../src/kernel/ratio.ts';

const eur = (units: number) => money(units * 100, 'EUR');
const period = periodAt(
  { timeZone: 'Europe/Berlin', startMonth: 1 },
  'quarter',
  new Date('2026-11-24T09:00:00Z'),
);

function closing(closeAt: string | null, units: number | null, forecastCategory: string | null = null) {
  return {
    closeAt: closeAt === null ? null : new Date(closeAt),
    amount: units === null ? null : eur(units),
    forecastCategory,
  };
}

const deals = [
  closing('2026-12-30T12:00:00Z', 100_000),
  closing('2026-10-01T12:00:00Z', 50_000), // overdue, but of this period
  closing('2026-12-31T22:59:59Z', 30_000, 'COMMIT'), // a second before midnight in Berlin
  closing('2026-12-31T23:00:00Z', 7_000), // midnight in Berlin: the next period
  closing('2026-09-30T21:59:59Z', 7_000), // the period before
  closing('2026-12-30T12:00:00Z', 7_000, 'OMIT'),
  closing('2026-12-30T12:00:00Z', null),
  closing(null, 7_000),
];

test('open pipeline that closes in the period over what is missing: 180,000 / (300,000 - 210,000) = 2', () => {
  expect(measureCoverage({ deals, period, quota: eur(300_000), won: eur(210_000) })).toEqual({
    kind: 'measured',
    coverage: ratio(2),
    pipeline: eur(180_000),
    needed: eur(90_000),
  });
});

test.each([
  [300_000, -20_000, ratio(9, 16)], // a reopened deal took more than was won
  [300_000, 299_999, ratio(180_000)],
])('quota %i, won %i', (quota, won, coverage) => {
  expect(measureCoverage({ deals, period, quota: eur(quota), won: eur(won) })).toMatchObject({ coverage });
});

test.each([300_000, 400_000])('a quota of 300,000 with %i won is met', (won) => {
  const coverage = measureCoverage({ deals, period, quota: eur(300_000), won: eur(won) });
  expect(coverage).toEqual({ kind: 'met', pipeline: eur(180_000) });
});

test.each([null, eur(0)])('without a quota there is none: %j', (quota) => {
  expect(measureCoverage({ deals, period, quota, won: eur(0) })).toEqual({ kind: 'none', reason: 'noQuota' });
});

test('an empty pipeline covers nothing', () => {
  expect(measureCoverage({ deals: [], period, quota: eur(10), won: eur(0) })).toMatchObject({
    coverage: ratio(0),
  });
});
