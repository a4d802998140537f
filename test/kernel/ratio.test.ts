import fc from 'fast-check';
import {
  addRatios,
  compareRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  roundRatio,
  subtractRatios,
  sumRatios,
  toDecimal,
  toNumber,
  toPercentText,
  zeroRatio,
} from '../../src/kernel/ratio.ts';

const anyRatio = fc
  .tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }))
  .map(([numerator, denominator]) => ratio(numerator, denominator));

test('equal ratios are deeply equal', () => {
  expect(ratio(2, 4)).toEqual(ratio(1, 2));
  expect(ratio(-1, -2)).toEqual(ratio(1, 2));
  expect(ratio(1, -2)).toEqual(ratio(-1, 2));
  expect(ratio(0, 5)).toEqual(zeroRatio);
  expect(() => ratio(1, 0)).toThrow(RangeError);
});

test.each([
  ['0.60000000', ratio(3, 5)],
  ['1', ratio(1)],
  ['-0.05', ratio(-1, 20)],
  ['0.33333333', ratio(33_333_333, 100_000_000)],
])('%s is read exactly', (text, expected) => {
  expect(ratioFromDecimal(text)).toEqual(expected);
});

test.each(['', '.5', '1e3', '60 %', '0,6'])('%j is no plain decimal', (text) => {
  expect(() => ratioFromDecimal(text)).toThrow(RangeError);
});

test.each([
  [ratio(71, 100), '71 %', '0.7100'],
  [ratio(213, 300), '71 %', '0.7100'],
  [ratio(2, 3), '67 %', '0.6667'],
  [ratio(705, 1000), '71 %', '0.7050'],
  [ratio(-705, 1000), '-71 %', '-0.7050'],
  [ratio(-1, 1000), '0 %', '-0.0010'],
  [ratio(-1, 100_000), '0 %', '0.0000'],
  [ratio(5, 4), '125 %', '1.2500'],
])('%o shows as %s and is written %s', (value, percent, decimal) => {
  expect(toPercentText(value)).toBe(percent);
  expect(toDecimal(value, 4)).toBe(decimal);
});

test('without digits there is no decimal point', () => {
  expect(toDecimal(ratio(5, 2), 0)).toBe('3');
});

test('the three ways of rounding', () => {
  fc.assert(
    fc.property(anyRatio, (value) => {
      const down = roundRatio(value, 'down');
      const up = roundRatio(value, 'up');
      expect(compareRatios(ratio(down), value)).toBeLessThanOrEqual(0);
      expect(compareRatios(ratio(up), value)).toBeGreaterThanOrEqual(0);
      expect(up - down).toBe(value.denominator === 1n ? 0n : 1n);
      const nearest = subtractRatios(ratio(roundRatio(value, 'halfAwayFromZero')), value);
      expect(compareRatios(multiplyRatios(nearest, nearest), ratio(1, 4))).toBeLessThanOrEqual(0);
    }),
  );
});

test('addition commutes, subtraction undoes it, multiplication distributes', () => {
  fc.assert(
    fc.property(anyRatio, anyRatio, anyRatio, (first, second, third) => {
      expect(addRatios(first, second)).toEqual(addRatios(second, first));
      expect(subtractRatios(addRatios(first, second), second)).toEqual(first);
      expect(multiplyRatios(first, addRatios(second, third))).toEqual(
        sumRatios([multiplyRatios(first, second), multiplyRatios(first, third)]),
      );
    }),
  );
});

test('the order of ratios is the order of their numbers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: -1000, max: 1000 }),
      (left, right) => {
        expect(compareRatios(ratio(left, 7), ratio(right, 7))).toBe(Math.sign(left - right));
      },
    ),
  );
  expect(toNumber(ratio(1, 3))).toBeCloseTo(0.333_333_333, 9);
});
