import fc from 'fast-check';
import { niceTicks } from '../../../../src/sandbox/page/components/nice-ticks.ts';

test.each([
  [0, 56_000, [0, 20_000, 40_000, 60_000]],
  [0, 412, [0, 200, 400, 600]],
  [-12_000, 56_000, [-20_000, 0, 20_000, 40_000, 60_000]],
  [0, 1, [0, 0.25, 0.5, 0.75, 1]],
])('%s to %s has lines at %j', (least, most, ticks) => {
  expect(niceTicks(least, most)).toEqual(ticks);
});

test('the lines cover the values and zero, evenly and in order', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true });
  fc.assert(
    fc.property(value, value, (one, other) => {
      const [least, most] = [Math.min(one, other), Math.max(one, other)];
      fc.pre(Math.max(Math.abs(least), Math.abs(most)) > 1e-6);
      const ticks = niceTicks(least, most);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(7);
      const slack = (ticks.at(-1)! - ticks[0]!) * 1e-9;
      expect(ticks[0]!).toBeLessThanOrEqual(Math.min(0, least) + slack);
      expect(ticks.at(-1)!).toBeGreaterThanOrEqual(Math.max(0, most) - slack);
      expect(ticks).toContain(0);
    }),
  );
});
