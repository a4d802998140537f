import fc from 'fast-check';
import { parseAmount } from '../../src/csv/parse-amount.ts';

test.each([
  ['24000', '24000', null],
  ['24000.5', '24000.5', null],
  ['-12.50', '-12.50', null],
  ['1,234.50 EUR', '1234.50', 'EUR'],
  ['EUR 1.234,50', '1234.50', 'EUR'],
  ['1234,50', '1234.50', null],
  ['1,234,567', '1234567', null],
  ['1.234.567', '1234567', null],
  ['1.234.567,8', '1234567.8', null],
  ["1'234.50", '1234.50', null],
  ['24 000,50', '24000.50', null],
  ['24\u202f000', '24000', null],
  ['1234.567', '1234.567', null],
  ['0.125', '0.125', null],
  ['−5', '-5', null],
])('%s is %s', (text, amount, currency) => {
  expect(parseAmount(text)).toEqual({ ok: true, value: { amount, currency } });
});

test.each(['24,000', '1.234', '1,23,456', '1.2.3', '12.', '1,234.567,8', '12,3456.7'])(
  '%s can be read in two ways or none',
  (text) => {
    expect(parseAmount(text)).toEqual({ ok: false, failure: expect.stringContaining('two ways') });
  },
);

test.each(['', 'abc', '$5', 'EUR 5 USD', '1e3', '5 €', '--5'])('%j is no amount', (text) => {
  expect(parseAmount(text)).toEqual({ ok: false, failure: expect.stringContaining('is no amount') });
});

test('every amount with two decimals is read back from each of its unambiguous spellings', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -999_999_999, max: 999_999_999 }),
      fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH'),
      (minor, locale) => {
        const amount = (minor / 100).toFixed(2);
        const written = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 }).format(minor / 100);
        const read = parseAmount(written);
        expect(read.ok && Number(read.value.amount)).toBe(Number(amount));
      },
    ),
  );
});
