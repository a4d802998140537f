import { dateToDay, dayToDate, formatDate } from '../../../../src/sandbox/page/components/date-of-day.ts';

const thirtiethOfDecember = { year: 2026, month: 11, date: 30 };

test('HubSpot counts months from 0', () => {
  expect(dateToDay(thirtiethOfDecember)).toBe('2026-12-30');
  expect(dayToDate('2026-12-30')).toEqual(thirtiethOfDecember);
});

test.each([
  ['short', '30/12/2026'],
  ['L', '30/12/2026'],
  ['medium', '30 Dec 2026'],
  ['ll', '30 Dec 2026'],
  ['standard', '30 Dec 2026'],
  ['long', '30 December 2026'],
  ['LL', '30 December 2026'],
  ['YYYY-MM-DD', '2026-12-30'],
] as const)('the format %s writes %s', (format, text) => {
  expect(formatDate(thirtiethOfDecember, format)).toBe(text);
});
