import fc from 'fast-check';
import { monthGrid } from '../../../../src/sandbox/page/fields/month-grid.ts';

test('December 2026 begins on a Tuesday and ends on a Thursday', () => {
  const grid = monthGrid(2026, 11);
  expect([grid[0], grid[1], grid.at(-1), grid.length]).toEqual([
    '2026-11-30',
    '2026-12-01',
    '2027-01-03',
    35,
  ]);
});

test('is whole weeks from a Monday, day after day, with all of the month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1970, max: 2100 }), fc.integer({ min: 0, max: 11 }), (year, month) => {
      const grid = monthGrid(year, month);
      expect(new Date(grid[0]!).getUTCDay()).toBe(1);
      expect(grid.length % 7).toBe(0);
      const times = grid.map((day) => Date.parse(day));
      expect(times.slice(1).every((time, index) => time - times[index]! === 86_400_000)).toBe(true);
      const ofMonth = grid.filter((day) => Number(day.slice(5, 7)) - 1 === month);
      expect(ofMonth).toHaveLength(new Date(Date.UTC(year, month + 1, 0)).getUTCDate());
      // No week without a day of the month.
      expect(grid.slice(0, 7)).toContain(ofMonth[0]);
      expect(grid.slice(-7)).toContain(ofMonth.at(-1));
    }),
  );
});
