import fc from 'fast-check';
import { toDateInput, toIsoDate } from '../../../extensions/src/app/cards/shared/date-input.ts';

it.each([
  ['2026-01-01', { year: 2026, month: 0, date: 1 }],
  ['2026-12-30', { year: 2026, month: 11, date: 30 }],
  ['0987-02-03', { year: 987, month: 1, date: 3 }],
])("%s in HubSpot's count of months", (iso, date) => {
  expect(toDateInput(iso)).toEqual(date);
  expect(toIsoDate(date)).toBe(iso);
});

it('comes back unchanged for every day', () => {
  const day = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      expect(toIsoDate(toDateInput(iso))).toBe(iso);
    }),
  );
});
