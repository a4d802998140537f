import fc from 'fast-check';
import { measureQuantile } from '../../../src/domains/quota/measure-quantile.ts';
import { compareRatios, ratio } from '../../../src/kernel/ratio.ts';

const half = ratio(1, 2);

test.each([
  [[3], half, ratio(3)],
  [[1, 2], half, ratio(3, 2)],
  [[9, 1, 5], half, ratio(5)],
  [[4, 1, 3, 2], half, ratio(5, 2)],
  [[1, 2, 3, 4, 5], ratio(1, 10), ratio(14, 10)],
  [[1, 2, 3, 4, 5], ratio(9, 10), ratio(46, 10)],
  [[1, 2, 3], ratio(0), ratio(1)],
  [[1, 2, 3], ratio(1), ratio(3)],
])('of %j at %o: %o', (values, at, expected) => {
  expect(
    measureQuantile(
      values.map((value) => ratio(value)),
      at,
    ),
  ).toEqual(expected);
});

test('of nothing there is no quantile', () => {
  expect(() => measureQuantile([], half)).toThrow(RangeError);
});

test('quantiles rise with their level and stay between the ends', () => {
  const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, fc.nat(100), fc.nat(100), (numbers, first, second) => {
      const ratios = numbers.map((value) => ratio(value));
      const low = measureQuantile(ratios, ratio(Math.min(first, second), 100));
      const high = measureQuantile(ratios, ratio(Math.max(first, second), 100));
      expect(compareRatios(low, high)).toBeLessThanOrEqual(0);
      expect(compareRatios(ratio(Math.min(...numbers)), low)).toBeLessThanOrEqual(0);
      expect(compareRatios(high, ratio(Math.max(...numbers)))).toBeLessThanOrEqual(0);
    }),
  );
});
