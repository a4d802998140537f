import fc from 'fast-check';
import {
  add,
  allocate,
  convert,
  divideMoney,
  formatMoney,
  minorDigits,
  money,
  multiplyByRatio,
  negate,
  parseMoney,
  subtract,
  sumMoney,
  toDecimalString,
} from '../../src/kernel/money.ts';
import {
  compareRatios,
  multiplyRatios,
  ratio,
  ratioFromDecimal,
  subtractRatios,
  sumRatios,
  zeroRatio,
} from '../../src/kernel/ratio.ts';

const eur = (minor: number) => money(minor, 'EUR');
const minorAmount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

test('money holds safe integers only, and no negative zero', () => {
  expect(() => money(0.5, 'EUR')).toThrow(RangeError);
  expect(() => money(2 ** 53, 'EUR')).toThrow(RangeError);
  expect(negate(eur(0))).toEqual(eur(0));
  expect(() => add(money(Number.MAX_SAFE_INTEGER, 'EUR'), eur(1))).toThrow(RangeError);
});

test.each([
  ['EUR', 2],
  ['JPY', 0],
  ['KWD', 3],
])('%s has %i minor digits', (currency, digits) => {
  expect(minorDigits(currency)).toBe(digits);
});

test.each([
  ['24000', 'EUR', 2_400_000],
  ['24000.00', 'EUR', 2_400_000],
  ['0.1', 'EUR', 10],
  ['1.005', 'EUR', 101], // as a binary fraction 1.005 lies below 1.005 and would give 100
  ['-1.005', 'EUR', -101],
  ['1.0049', 'EUR', 100],
  ['1234.5', 'JPY', 1235],
  ['1.2345', 'KWD', 1235],
  ['1.5E3', 'EUR', 150_000],
  ['90071992547409.91', 'EUR', Number.MAX_SAFE_INTEGER],
])('%s %s parses to %i minor units', (text, currency, minor) => {
  expect(parseMoney(text, currency)).toEqual(money(minor, currency));
});

test('a missing amount is null, not zero; what is no amount throws', () => {
  expect(parseMoney(null, 'EUR')).toBeNull();
  expect(parseMoney('', 'EUR')).toBeNull();
  expect(() => parseMoney('12,000', 'EUR')).toThrow();
  expect(() => parseMoney('90071992547409.92', 'EUR')).toThrow(RangeError);
});

test('currencies do not mix', () => {
  expect(() => add(eur(1), money(1, 'USD'))).toThrow(TypeError);
  expect(() => divideMoney(eur(1), money(1, 'USD'))).toThrow(TypeError);
});

test.each([
  ['three equal parts', 100, [1, 1, 1], [34, 33, 33]],
  ['the largest remainder first', 100, [1, 2, 3], [17, 33, 50]],
  ['a reversal mirrors its credit', -100, [1, 1, 1], [-34, -33, -33]],
  ['nothing for a weight of zero', 101, [0, 1, 1], [0, 51, 50]],
  ['nothing to allocate', 0, [1, 2], [0, 0]],
])('allocate: %s', (_case, minor, weights, parts) => {
  expect(allocateByWeights(minor, weights)).toEqual(parts.map(eur));
});

function allocateByWeights(minor: number, weights: readonly number[]) {
  return allocate(eur(minor), weights, (weight) => ratio(weight)).map(({ amount }) => amount);
}

test('everybody is told what they get', () => {
  const weights = { ana: ratio(3, 4), ben: ratio(1, 4) };
  expect(allocate(eur(100), ['ana', 'ben'] as const, (name) => weights[name])).toEqual([
    { recipient: 'ana', amount: eur(75) },
    { recipient: 'ben', amount: eur(25) },
  ]);
});

test.each([[[]], [[0]], [[2, -1]]])('weights that say nothing are refused: %j', (weights: number[]) => {
  expect(() => allocateByWeights(1, weights)).toThrow(RangeError);
});

test('allocated parts sum to the amount and lie within one minor unit of their exact share', () => {
  const weight = fc
    .tuple(fc.nat(1000), fc.integer({ min: 1, max: 1000 }))
    .map(([top, bottom]) => ratio(top, bottom));
  fc.assert(
    fc.property(minorAmount, fc.array(weight, { minLength: 1, maxLength: 8 }), (minor, weights) => {
      const total = sumRatios(weights);
      fc.pre(total.numerator > 0n);
      const allocated = allocate(eur(minor), weights, (own) => own);
      expect(
        sumMoney(
          allocated.map(({ amount }) => amount),
          'EUR',
        ),
      ).toEqual(eur(minor));
      for (const { recipient, amount } of allocated) {
        // part x total = amount x weight, but for less than one minor unit
        const share = multiplyRatios(ratio(amount.minor), total);
        const difference = subtractRatios(share, multiplyRatios(ratio(minor), recipient));
        expect(compareRatios(difference, total)).toBeLessThan(0);
        expect(compareRatios(subtractRatios(zeroRatio, difference), total)).toBeLessThan(0);
      }
      expect(allocate(eur(-minor), weights, (own) => own)).toEqual(
        allocated.map(({ recipient, amount }) => ({ recipient, amount: negate(amount) })),
      );
    }),
  );
});

test.each([
  [eur(100_00), '1.0842', 'USD', 108_42],
  [money(10_000, 'JPY'), '0.0062', 'EUR', 62_00],
  [eur(1), '0.5', 'USD', 1], // half a cent goes away from zero
  [eur(-1), '0.5', 'USD', -1],
  [eur(10_00), '0.3321', 'KWD', 3_321],
])('%o at %s is %s %i', (amount, rate, currency, minor) => {
  expect(convert(amount, rate, currency)).toEqual(money(minor, currency));
});

test.each([
  [eur(7), ratio(1, 2), 'halfAwayFromZero', 4],
  [eur(-7), ratio(1, 2), 'halfAwayFromZero', -4],
  [eur(7), ratio(1, 3), 'up', 3],
  [eur(7), ratio(1, 3), 'down', 2],
  [eur(-7), ratio(1, 3), 'up', -2],
  [eur(-7), ratio(1, 3), 'down', -3],
] as const)('%o times %o, rounded %s', (amount, factor, rounding, minor) => {
  expect(multiplyByRatio(amount, factor, rounding)).toEqual(eur(minor));
});

test('a product beyond the safe integers on the way is still exact', () => {
  const amount = eur(9_000_000_000_000_001);
  expect(multiplyByRatio(amount, ratioFromDecimal('0.33333333'), 'down')).toEqual(eur(2_999_999_970_000_000));
});

test('subtract undoes add', () => {
  fc.assert(
    fc.property(minorAmount, minorAmount, (left, right) => {
      expect(subtract(add(eur(left), eur(right)), eur(right))).toEqual(eur(left));
    }),
  );
});

test('the decimal string parses back to the amount in every currency', () => {
  fc.assert(
    fc.property(minorAmount, fc.constantFrom('EUR', 'JPY', 'KWD'), (minor, currency) => {
      const amount = money(minor, currency);
      expect(parseMoney(toDecimalString(amount), currency)).toEqual(amount);
    }),
  );
});

test.each([
  [eur(2_400_000), '24000.00', '24,000 EUR', '24,000.00 EUR'],
  [eur(21_300_049), '213000.49', '213,000 EUR', '213,000.49 EUR'],
  [eur(-150), '-1.50', '-2 EUR', '-1.50 EUR'],
  [eur(-40), '-0.40', '0 EUR', '-0.40 EUR'],
  [money(213_000, 'JPY'), '213000', '213,000 JPY', '213,000 JPY'],
  [money(1_500, 'KWD'), '1.500', '2 KWD', '1.500 KWD'],
  [eur(Number.MAX_SAFE_INTEGER), '90071992547409.91', '90,071,992,547,410 EUR', '90,071,992,547,409.91 EUR'],
])('%o is written %s and shown as %s or %s', (amount, decimal, short, exact) => {
  expect(toDecimalString(amount)).toBe(decimal);
  expect(formatMoney(amount)).toBe(short);
  expect(formatMoney(amount, { exact: true })).toBe(exact);
});
