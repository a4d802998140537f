import fc from 'fast-check';
import { forecastPeriod } from '../../../src/domains/forecast/forecast-period.ts';
import { weighAmount } from '../../../src/domains/forecast/weigh-amount.ts';
import type { WinEstimate } from '../../../src/domains/forecast/types.ts';
import { money } from '../../../src/kernel/money.ts';
import { estimated } from './estimates.ts';

const eur = (units: number) => money(units * 100, 'EUR');
const period = { start: new Date('2026-10-01T00:00:00Z'), end: new Date('2027-01-01T00:00:00Z') };
const inPeriod = new Date('2026-12-30T00:00:00Z');
const later = new Date('2027-02-01T00:00:00Z');
const fixed = (percent: number) => estimated(percent, { basis: 'pipeline', evidence: null });

function open(
  units: number | null,
  estimate: WinEstimate,
  closeAt: Date | null = inPeriod,
  category: string | null = null,
) {
  return {
    deal: { amount: units === null ? null : eur(units), closeAt, forecastCategory: category },
    estimate,
  };
}

test('won so far and probability times amount of the open deals, with what was left out and why', () => {
  const deals = [
    open(24_000, estimated(38)), // 9,120
    open(10_000, estimated(5), later), // 500: learned for this period, whatever its close date
    open(10_000, fixed(50)), // 5,000
    open(10_000, fixed(50), later),
    open(10_000, fixed(50), null),
    open(null, estimated(38)),
    open(10_000, estimated(38), inPeriod, 'OMIT'),
    open(10_000, { kind: 'none', reason: 'unknownStage' }),
  ];
  expect(forecastPeriod({ deals, period, won: eur(213_000), quota: eur(300_000) })).toEqual({
    won: eur(213_000),
    open: eur(14_620),
    total: eur(227_620),
    gap: eur(72_380),
    counted: 3,
    leftOut: { omitted: 1, noEstimate: 1, closesElsewhere: 2, noAmount: 1 },
  });
});

test.each([
  ['beyond the quota the gap is negative', eur(200_000), eur(-13_000)],
  ['without a quota there is none', null, null],
])('%s', (_, quota, gap) => {
  expect(forecastPeriod({ deals: [], period, won: eur(213_000), quota })).toMatchObject({
    total: eur(213_000),
    gap,
  });
});

test('it is the sum of the forecast amounts that the deals carry, to the cent, in any order', () => {
  const anyDeal = fc
    .record({ minor: fc.nat(100_000), percent: fc.integer({ min: 0, max: 100 }) })
    .map(({ minor, percent }) => open(minor, estimated(percent)));
  fc.assert(
    fc.property(fc.array(anyDeal), (deals) => {
      const forecast = forecastPeriod({ deals, period, won: eur(0), quota: null });
      const carried = deals.map(({ deal, estimate }) => weighAmount(deal.amount, estimate)?.minor ?? 0);
      expect(forecast.total.minor).toBe(carried.reduce((sum, minor) => sum + minor, 0));
      expect(forecastPeriod({ deals: deals.toReversed(), period, won: eur(0), quota: null })).toEqual(
        forecast,
      );
    }),
  );
});
