import { parseDay } from '../../../../src/sandbox/page/fields/parse-day.ts';

test.each([
  ['2026-12-30', '2026-12-30'],
  [' 2026-1-5 ', '2026-01-05'],
  ['30.12.2026', '2026-12-30'],
  ['5/1/2026', '2026-01-05'],
  ['30 Dec 2026', '2026-12-30'],
  ['3 september 2026', '2026-09-03'],
  ['29 Feb 2028', '2028-02-29'],
])('%s is the day %s', (text, day) => {
  expect(parseDay(text)).toBe(day);
});

test.each(['29 Feb 2026', '2026-13-01', '31.04.2026', '30 Foo 2026', '30 Anf 2026', 'tomorrow', '12'])(
  '%s is no day',
  (text) => {
    expect(parseDay(text)).toBeUndefined();
  },
);
