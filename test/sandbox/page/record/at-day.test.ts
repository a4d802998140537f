import fc from 'fast-check';
import { toDay } from '../../../../src/sandbox/page/deals/format-day.ts';
import { atDay } from '../../../../src/sandbox/page/record/at-day.ts';

test.each([
  // The hour of the day stays what it was in the zone, on either side of daylight saving.
  ['2026-12-30', '2026-11-24T16:53:55Z', 'Europe/Berlin', '2026-12-30T16:53:55.000Z'],
  ['2026-07-01', '2026-11-24T16:53:55Z', 'Europe/Berlin', '2026-07-01T15:53:55.000Z'],
  ['2026-12-30', null, 'Europe/Berlin', '2026-12-30T11:00:00.000Z'],
  ['2026-12-30', String(Date.UTC(2026, 10, 24, 9)), 'America/New_York', '2026-12-30T09:00:00.000Z'],
  ['2026-12-30', 'unreadable', 'UTC', '2026-12-30T12:00:00.000Z'],
])('%s after %s in %s is %s', (day, before, timeZone, instant) => {
  expect(atDay(day, before, timeZone)).toBe(instant);
});

test('the instant lies on the picked day in the zone, whatever the hour before', () => {
  const days = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const befores = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString());
  const zones = fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Pacific/Auckland',
    'UTC',
  );
  fc.assert(
    fc.property(days, befores, zones, (day, before, timeZone) => {
      expect(toDay(atDay(day, before, timeZone), timeZone)).toBe(day);
    }),
  );
});
