import fc from 'fast-check';
import { describeForecastProperties } from '../../../src/domains/forecast/describe-forecast-properties.ts';
import type { WinEstimate } from '../../../src/domains/forecast/types.ts';
import { weighAmount } from '../../../src/domains/forecast/weigh-amount.ts';
import { money } from '../../../src/kernel/money.ts';
import { estimated } from './estimates.ts';

const none: WinEstimate = { kind: 'none', reason: 'closed' };
const eur = (minor: number) => money(minor, 'EUR');

test.each([
  [eur(2_400_000), estimated(38), eur(912_000)],
  [eur(2_400_055), estimated(38), eur(912_021)], // 912,020.9
  [eur(25), estimated(10), eur(3)], // 2.5
  [eur(-2_400_000), estimated(38), eur(-912_000)],
  [eur(0), estimated(38), eur(0)],
  [null, estimated(38), null],
  [eur(2_400_000), none, null],
])('%j', (amount, estimate, expected) => {
  expect(weighAmount(amount, estimate)).toEqual(expected);
});

test.each([
  [eur(2_400_000), estimated(38), '0.38', '9120.00'],
  [money(1_000, 'JPY'), estimated(5), '0.05', '50'],
  [eur(2_400_000), estimated(0), '0.00', '0.00'],
  [null, estimated(100), '1.00', ''],
  [eur(2_400_000), none, '', ''],
])('properties of %j: %#', (amount, estimate, probability, forecast) => {
  expect(describeForecastProperties(amount, estimate)).toEqual({
    sideline_win_probability: probability,
    sideline_forecast_amount: forecast,
  });
});

test('a forecast amount is never more than the amount', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 0, max: 100 }), (minor, percent) => {
      const weighted = weighAmount(eur(minor), estimated(percent));
      expect(weighted?.minor).toBeGreaterThanOrEqual(0);
      expect(weighted?.minor).toBeLessThanOrEqual(minor);
    }),
  );
});
