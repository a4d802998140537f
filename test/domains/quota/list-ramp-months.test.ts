import { listRampMonths } from '../../../src/domains/quota/list-ramp-months.ts';
import { ratio } from '../../../src/kernel/ratio.ts';

test('months run from the start date in linear steps, without a gap', () => {
  expect(listRampMonths('2026-01-31', 3)).toEqual([
    { month: 1, factor: ratio(1, 3), from: '2026-01-31', until: '2026-02-28' },
    { month: 2, factor: ratio(2, 3), from: '2026-02-28', until: '2026-03-31' },
    { month: 3, factor: ratio(1), from: '2026-03-31', until: '2026-04-30' },
  ]);
});

test('no ramp, no months', () => {
  expect(listRampMonths('2026-01-31', 0)).toEqual([]);
});
