import { scoreProbabilities } from '../../../src/domains/forecast/score-probabilities.ts';

test('a coin: log-loss ln 2, Brier a quarter, calibrated', () => {
  const coin = [true, false].map((won) => ({ probability: 0.5, won }));
  const { count, logLoss, brier, calibrationError } = scoreProbabilities(coin);
  expect({ count, brier, calibrationError }).toEqual({ count: 2, brier: 0.25, calibrationError: 0 });
  expect(logLoss).toBeCloseTo(Math.LN2, 12);
});

test('by hand: .8 that was won, .4 that was not', () => {
  const score = scoreProbabilities([
    { probability: 0.8, won: true },
    { probability: 0.4, won: false },
  ]);
  expect(score.logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.6)) / 2, 12);
  expect(score.brier).toBeCloseTo((0.04 + 0.16) / 2, 12);
  expect(score.calibrationError).toBeCloseTo((0.2 + 0.4) / 2, 12);
});

test('sure and wrong costs as much as 99 %', () => {
  expect(scoreProbabilities([{ probability: 1, won: false }]).logLoss).toBeCloseTo(-Math.log(0.01), 12);
});

test('no answers have no quality', () => {
  expect(() => scoreProbabilities([])).toThrow(RangeError);
});
