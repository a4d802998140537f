import fc from 'fast-check';
import {
  addDays,
  addMonths,
  daysBetween,
  localDate,
  nextDay,
  nextPeriod,
  periodAt,
  periodFromKey,
  periodLabel,
  periodsWithin,
  previousPeriod,
  startOfLocalDate,
  trailingPeriods,
  workingDaysBetween,
} from '../../src/kernel/period.ts';
import type { FiscalCalendar, PeriodKind } from '../../src/kernel/period.ts';

const berlin: FiscalCalendar = { timeZone: 'Europe/Berlin', startMonth: 1 };
const kinds: readonly PeriodKind[] = ['month', 'quarter', 'half', 'year'];

// Zones whose clocks do something at midnight: jump over it, show it twice, skip a whole day.
const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Asuncion',
  'America/St_Johns',
  'America/Havana',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];
const anyCalendar = fc.record({
  timeZone: fc.constantFrom(...zones),
  startMonth: fc.integer({ min: 1, max: 12 }),
});
const anyInstant = fc.date({
  min: new Date('2001-01-01T00:00:00Z'),
  max: new Date('2035-12-31T00:00:00Z'),
  noInvalidDate: true,
});

describe('days', () => {
  test.each([
    ['2026-09-30T21:59:59.999Z', 'Europe/Berlin', '2026-09-30'],
    ['2026-09-30T22:00:00.000Z', 'Europe/Berlin', '2026-10-01'],
    ['2026-12-31T23:00:00.000Z', 'Europe/Berlin', '2027-01-01'],
    ['2026-12-31T23:00:00.000Z', 'America/New_York', '2026-12-31'],
    ['2026-06-30T18:15:00.000Z', 'Asia/Kathmandu', '2026-07-01'],
  ])('at %s it is, in %s, %s', (instant, zone, date) => {
    expect(localDate(new Date(instant), zone)).toBe(date);
  });

  test.each([
    ['2026-10-01', 'Europe/Berlin', '2026-09-30T22:00:00.000Z'],
    ['2026-11-01', 'Europe/Berlin', '2026-10-31T23:00:00.000Z'],
    // Clocks jumped from 00:00 to 01:00: the day began at one.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['2017-10-01', 'America/Asuncion', '2017-10-01T04:00:00.000Z'],
    // Clocks went back from midnight to 23:00: only the second midnight begins the day.
    ['2018-02-18', 'America/Sao_Paulo', '2018-02-18T03:00:00.000Z'],
    // Clocks went back from 01:00 to midnight: the first midnight begins the day.
    ['2020-11-01', 'America/Havana', '2020-11-01T04:00:00.000Z'],
    // Samoa left this day out: it is over when it begins.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s begins, in %s, at %s', (date, zone, instant) => {
    expect(startOfLocalDate(date, zone).toISOString()).toBe(instant);
  });

  test('the start of a day is a plain date', () => {
    expect(Object.getPrototypeOf(startOfLocalDate('2026-10-01', 'Europe/Berlin'))).toBe(Date.prototype);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-15', 3, '2027-02-15'],
    ['2026-11-15', 0, '2026-11-15'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  test.each([
    ['2026-12-31', '2027-01-01'],
    ['2024-02-28', '2024-02-29'],
    ['2026-10-25', '2026-10-26'],
  ])('after %s comes %s', (date, next) => {
    expect(nextDay(date)).toBe(next);
  });
});

describe('periods', () => {
  test.each([
    // zone, start month, kind, instant, key, label, start, end
    [
      'Europe/Berlin',
      1,
      'quarter',
      '2026-11-24T10:00:00Z',
      '2026-Q4',
      'Q4 2026',
      '2026-09-30T22:00',
      '2026-12-31T23:00',
    ],
    [
      'Europe/Berlin',
      1,
      'month',
      '2026-10-31T22:59:59Z',
      '2026-10',
      'Oct 2026',
      '2026-09-30T22:00',
      '2026-10-31T23:00',
    ],
    [
      'Europe/Berlin',
      1,
      'month',
      '2026-10-31T23:00:00Z',
      '2026-11',
      'Nov 2026',
      '2026-10-31T23:00',
      '2026-11-30T23:00',
    ],
    [
      'Europe/Berlin',
      1,
      'half',
      '2026-11-24T10:00:00Z',
      '2026-H2',
      'H2 2026',
      '2026-06-30T22:00',
      '2026-12-31T23:00',
    ],
    [
      'Europe/Berlin',
      1,
      'year',
      '2026-11-24T10:00:00Z',
      '2026',
      '2026',
      '2025-12-31T23:00',
      '2026-12-31T23:00',
    ],
    // A year from February 2026 to January 2027 is called 2027.
    [
      'UTC',
      2,
      'quarter',
      '2026-02-01T00:00:00Z',
      '2027-Q1',
      'Q1 2027',
      '2026-02-01T00:00',
      '2026-05-01T00:00',
    ],
    [
      'UTC',
      2,
      'quarter',
      '2026-01-31T23:59:59Z',
      '2026-Q4',
      'Q4 2026',
      '2025-11-01T00:00',
      '2026-02-01T00:00',
    ],
    ['UTC', 2, 'half', '2026-08-01T00:00:00Z', '2027-H2', 'H2 2027', '2026-08-01T00:00', '2027-02-01T00:00'],
    ['UTC', 10, 'year', '2026-10-01T00:00:00Z', '2027', '2027', '2026-10-01T00:00', '2027-10-01T00:00'],
    [
      'UTC',
      10,
      'month',
      '2026-10-01T00:00:00Z',
      '2026-10',
      'Oct 2026',
      '2026-10-01T00:00',
      '2026-11-01T00:00',
    ],
    [
      'America/Sao_Paulo',
      11,
      'quarter',
      '2017-11-01T02:00:00Z',
      '2018-Q1',
      'Q1 2018',
      '2017-11-01T02:00',
      '2018-02-01T02:00',
    ],
  ] as const)(
    '%s from month %i, %s at %s: %s',
    (timeZone, startMonth, kind, instant, key, label, start, end) => {
      const calendar = { timeZone, startMonth };
      const period = periodAt(calendar, kind, new Date(instant));
      expect(period).toEqual({ key, kind, start: new Date(`${start}Z`), end: new Date(`${end}Z`) });
      expect(periodLabel(period)).toBe(label);
      expect(periodFromKey(calendar, key)).toEqual(period);
    },
  );

  test('a clock set back over midnight does not take an instant out of its period', () => {
    // In St John's the clocks of 1 November 2009 went from 00:01 back to 23:01 of October.
    const calendar = { timeZone: 'America/St_Johns', startMonth: 1 };
    const again = new Date('2009-11-01T02:45:00Z');
    expect(localDate(again, calendar.timeZone)).toBe('2009-10-31');
    expect(periodAt(calendar, 'month', again).key).toBe('2009-11');
  });

  test.each(['2026-Q5', '2026-13', '2026-00', '2026-H3', '26', '2026-q1', '2026-Q1 ', ''])(
    '%j is no key',
    (key) => {
      expect(() => periodFromKey(berlin, key)).toThrow(RangeError);
    },
  );

  test('a quarter holds three months, a year two halves, a month nothing shorter', () => {
    const keysWithin = (key: string, kind: PeriodKind) =>
      periodsWithin(berlin, periodFromKey(berlin, key), kind).map((part) => part.key);
    expect(keysWithin('2026-Q4', 'month')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(keysWithin('2026', 'half')).toEqual(['2026-H1', '2026-H2']);
    expect(keysWithin('2026-Q4', 'quarter')).toEqual(['2026-Q4']);
    expect(keysWithin('2026-11', 'quarter')).toEqual([]);
  });

  test('the periods before a period, the oldest first', () => {
    const keys = trailingPeriods(berlin, periodFromKey(berlin, '2026-Q2'), 3).map(({ key }) => key);
    expect(keys).toEqual(['2025-Q3', '2025-Q4', '2026-Q1']);
    expect(trailingPeriods(berlin, periodFromKey(berlin, '2026-Q2'), 0)).toEqual([]);
  });

  test('an instant lies in its period, the key leads back to it, and neighbours touch', () => {
    fc.assert(
      fc.property(anyCalendar, fc.constantFrom(...kinds), anyInstant, (calendar, kind, instant) => {
        const period = periodAt(calendar, kind, instant);
        expect(period.start.getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(period.end.getTime()).toBeGreaterThan(instant.getTime());
        expect(periodFromKey(calendar, period.key)).toEqual(period);
        const next = nextPeriod(calendar, period);
        expect(next.start).toEqual(period.end);
        expect(previousPeriod(calendar, next)).toEqual(period);
        expect(periodAt(calendar, kind, period.start)).toEqual(period);
        expect(periodAt(calendar, kind, period.end)).toEqual(next);
        expect(periodAt(calendar, kind, new Date(period.end.getTime() - 1))).toEqual(period);
      }),
      { numRuns: 300 },
    );
  });

  test('the parts of a period fill it', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.constantFrom(...kinds), (calendar, instant, kind) => {
        const year = periodAt(calendar, 'year', instant);
        const parts = periodsWithin(calendar, year, kind);
        expect(parts[0]!.start).toEqual(year.start);
        expect(parts.at(-1)!.end).toEqual(year.end);
        parts.slice(1).forEach((part, index) => expect(part.start).toEqual(parts[index]!.end));
      }),
      { numRuns: 50 },
    );
  });
});

describe('working days', () => {
  const at = (date: string) => startOfLocalDate(date, berlin.timeZone);

  test.each([
    ['2026-10-01', '2027-01-01', 66], // 22 + 21 + 23
    ['2026-11-02', '2026-11-09', 5], // Monday to Sunday
    ['2026-11-07', '2026-11-09', 0], // a weekend
    ['2026-11-06', '2026-11-07', 1], // a Friday
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-25', '2026-11-24', 0],
  ])('from %s to %s: %i', (from, to, days) => {
    expect(workingDaysBetween(berlin, at(from), at(to))).toBe(days);
  });

  test('holidays count off, but not twice on a weekend', () => {
    const calendar = { ...berlin, holidays: new Set(['2026-12-25', '2026-12-26', '2027-01-01']) };
    expect(workingDaysBetween(calendar, at('2026-12-01'), at('2027-01-01'))).toBe(22);
  });

  test('the day of the end never counts, whatever the time', () => {
    expect(workingDaysBetween(berlin, at('2026-11-02'), new Date('2026-11-03T22:59:00Z'))).toBe(1);
    expect(workingDaysBetween(berlin, new Date('2026-11-03T22:59:00Z'), at('2026-11-05'))).toBe(2);
  });

  test('counting day by day gives the same, and a cut anywhere adds up', () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.nat(400), fc.nat(400), (calendar, from, first, second) => {
        const middle = new Date(from.getTime() + first * 86_400_000);
        const to = new Date(middle.getTime() + second * 86_400_000);
        let counted = 0;
        let days = 0;
        const end = localDate(to, calendar.timeZone);
        for (let date = localDate(from, calendar.timeZone); date < end; date = nextDay(date)) {
          days += 1;
          if (![0, 6].includes(new Date(date).getUTCDay())) counted += 1;
        }
        expect(workingDaysBetween(calendar, from, to)).toBe(counted);
        expect(daysBetween(calendar, from, to)).toBe(days);
        expect(workingDaysBetween(calendar, from, middle) + workingDaysBetween(calendar, middle, to)).toBe(
          counted,
        );
      }),
    );
  });
});

test.each([
  ['2026-11-24', 0, '2026-11-24'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-03-01', -1, '2028-02-29'],
  ['2026-03-28', 2, '2026-03-30'],
])('%s and %i days is %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected);
});
