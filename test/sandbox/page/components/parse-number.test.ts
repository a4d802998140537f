import { parseNumber } from '../../../../src/sandbox/page/components/parse-number.ts';

test.each([
  ['24000', 24_000],
  ['24,000.50', 24_000.5],
  ['24 000', 24_000],
  ['1\u202f234', 1234],
  ['-12', -12],
  ['12 %', 12],
  ['.5', 0.5],
  ['7.', 7],
  ['', undefined],
  ['-', undefined],
  ['1.2.3', undefined],
  ['twelve', undefined],
])('%s reads as %s', (text, number) => {
  expect(parseNumber(text)).toBe(number);
});
