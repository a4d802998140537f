import { formatAmount } from '../../../../src/sandbox/page/deals/format-amount.ts';

test.each([
  ['24000', 'EUR', '24,000 EUR'],
  ['24000.00', 'EUR', '24,000 EUR'],
  ['24000.5', 'EUR', '24,000.50 EUR'],
  ['1234567.05', 'USD', '1,234,567.05 USD'],
  ['-12000', 'EUR', '-12,000 EUR'],
  ['0', null, '0'],
  ['', 'EUR', '–'],
  [null, 'EUR', '–'],
  ['a lot', 'EUR', '–'],
])('%s in %s is written %s', (amount, currency, text) => {
  expect(formatAmount(amount, currency)).toBe(text);
});
