import fc from 'fast-check';
import { distributeBands } from '../../../src/domains/quota/distribute-bands.ts';
import { ratio } from '../../../src/kernel/ratio.ts';
import { err } from '../../../src/kernel/result.ts';

const percents = (...values: number[]) => distributeBands(values.map((value) => ratio(value, 10_000)));

test.each([
  [-1, 'under50'],
  [49_99, 'under50'],
  [50_00, '50to80'],
  [79_99, '50to80'],
  [80_00, '80to100'],
  [99_99, '80to100'],
  [100_00, '100to120'],
  [120_00, '100to120'],
  [120_01, 'over120'],
])('%i hundredths of a percent are %s', (value, band) => {
  const distribution = percents(value);
  const filled = distribution.ok && distribution.value.bands.filter(({ count }) => count > 0);
  expect(filled).toEqual([{ band, count: 1, share: ratio(1) }]);
});

test('one star lifts the mean, not the median', () => {
  expect(percents(40_00, 60_00, 70_00, 90_00, 300_00)).toMatchObject({
    value: {
      median: ratio(70, 100),
      mean: ratio(112, 100),
      p10: ratio(48, 100), // 40 + 0.4 x 20
      p90: ratio(216, 100), // 90 + 0.6 x 210
      bands: [{ count: 1 }, { count: 2 }, { count: 1 }, { count: 0 }, { count: 1 }],
    },
  });
});

test('everybody is in one band', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -100, max: 30_000 }), { minLength: 1 }), (values) => {
      const distribution = percents(...values);
      const counts = distribution.ok ? distribution.value.bands.map(({ count }) => count) : [];
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
    }),
  );
});

test('without carriers there is no distribution', () => {
  expect(distributeBands([])).toEqual(err('noCarriers'));
});
