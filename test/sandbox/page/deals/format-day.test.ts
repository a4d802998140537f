import { formatDay, toDay } from '../../../../src/sandbox/page/deals/format-day.ts';

test.each([
  ['2026-12-30', 'Europe/Berlin', '2026-12-30'],
  ['2026-12-30T22:59:59Z', 'Europe/Berlin', '2026-12-30'],
  ['2026-12-30T23:00:00Z', 'Europe/Berlin', '2026-12-31'],
  // Summer time: two hours ahead of UTC.
  ['2026-07-30T22:00:00Z', 'Europe/Berlin', '2026-07-31'],
  ['2026-12-30T04:59:00Z', 'America/New_York', '2026-12-29'],
  [String(Date.UTC(2026, 11, 30, 12)), 'Europe/Berlin', '2026-12-30'],
  ['soon', 'Europe/Berlin', null],
  ['', 'Europe/Berlin', null],
  [null, 'Europe/Berlin', null],
])('%s in %s is the day %s', (value, timeZone, day) => {
  expect(toDay(value, timeZone)).toBe(day);
});

test('a day is written as people write it, and an absent one as a dash', () => {
  expect(formatDay('2026-09-03', 'Europe/Berlin')).toBe('3 Sep 2026');
  expect(formatDay('2026-12-30T23:00:00Z', 'Europe/Berlin')).toBe('31 Dec 2026');
  expect(formatDay(null, 'Europe/Berlin')).toBe('–');
});
