import fc from 'fast-check';
import {
  measureAgreement,
  type DoubleScoring,
} from '../../../../src/domains/coaching/rubric/measure-agreement.ts';
import { seedRandom } from '../../../../src/sandbox/company/random.ts';

type Pair = readonly [first: number, second: number];

/** Pairs as calls with four skills each. */
const calls = (pairs: readonly Pair[]): DoubleScoring[] =>
  Array.from({ length: pairs.length / 4 }, (_none, call) => {
    const own = pairs.slice(4 * call, 4 * call + 4);
    const side = (at: 0 | 1) => new Map(own.map((pair, skill) => [`skill-${skill}`, pair[at]]));
    return { first: side(0), second: side(1) };
  });
const times = (count: number, ...pairs: Pair[]): Pair[] => Array.from({ length: count }, () => pairs).flat();
const kappaOf = (pairs: readonly Pair[]): number => {
  const agreement = measureAgreement(calls(pairs));
  if (agreement.kind !== 'measured') throw new Error(agreement.kind);
  return agreement.kappa;
};

test.each<[string, Pair[], number]>([
  ['the same throughout', times(5, [1, 1], [2, 2], [3, 3], [4, 4]), 1],
  // Seen: 20 × 9 = 180. By chance half of all pairs differ by 3: 90.
  ['always the opposite', times(5, [1, 4], [4, 1], [1, 4], [4, 1]), -1],
  // Every pair of levels once: just what chance would do.
  ['independent', times(5, [1, 1], [1, 2], [2, 1], [2, 2]), 0],
  // Seen: 10 × 1. By chance: variances 1 and 1.25, means 2 and 2.5, so 20 × (1 + 1.25 + 0.25) = 50.
  ['one level apart half of the time', times(5, [1, 1], [1, 2], [3, 3], [3, 4]), 1 - 10 / 50],
])('%s: %f', (_case, pairs, kappa) => {
  expect(kappaOf(pairs)).toBeCloseTo(kappa, 12);
});

test('as Cohen defines it: weights times cells seen, over weights times cells by chance', () => {
  const level = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(fc.array(fc.tuple(level, level), { minLength: 20, maxLength: 20 }), (pairs) => {
      const share = (side: 0 | 1, at: number) => pairs.filter((pair) => pair[side] === at).length / 20;
      let [seen, chance] = [0, 0];
      for (const one of [1, 2, 3, 4])
        for (const other of [1, 2, 3, 4]) {
          const weight = (one - other) ** 2 / 9;
          seen += (weight * pairs.filter((pair) => pair[0] === one && pair[1] === other).length) / 20;
          chance += weight * share(0, one) * share(1, other);
        }
      const agreement = measureAgreement(calls(pairs));
      if (chance === 0) expect(agreement.kind).toBe('noVariation');
      else expect(kappaOf(pairs)).toBeCloseTo(1 - seen / chance, 9);
      // Who is called first does not matter.
      if (chance > 0)
        expect(kappaOf(pairs.map(([one, other]) => [other, one]))).toBeCloseTo(1 - seen / chance, 9);
    }),
  );
});

test('too few, or nothing to agree about, has no kappa', () => {
  expect(measureAgreement(calls(times(4, [1, 1], [2, 2], [3, 3], [4, 4])))).toEqual({
    kind: 'tooFew',
    pairs: 16,
    evidence: 4,
    neededPairs: 20,
    neededEvidence: 5,
  });
  expect(measureAgreement(calls(times(20, [2, 2])))).toEqual({ kind: 'noVariation', pairs: 20, evidence: 5 });
});

test('a skill that one of the two left out is no pair', () => {
  const scorings = calls(times(5, [1, 1], [2, 2], [3, 3], [4, 4]));
  const lame = scorings.with(0, { first: new Map([['skill-0', 1]]), second: new Map([['skill-1', 1]]) });
  expect(measureAgreement(lame)).toMatchObject({ kind: 'tooFew', pairs: 16, evidence: 4 });
});

test('full agreement has no interval: leaving one out tells nothing', () => {
  const agreement = measureAgreement(calls(times(5, [1, 1], [2, 2], [3, 3], [4, 4])));
  expect(agreement).toMatchObject({ kind: 'measured', kappa: 1, interval: null });
});

test('the interval holds the truth in about 95 of 100 sessions', () => {
  const random = seedRandom(3);
  const level = (value: number) => (value < -0.8 ? 1 : value < 0 ? 2 : value < 0.8 ? 3 : 4);
  const session = (count: number): DoubleScoring[] =>
    Array.from({ length: count }, () => {
      const call = 0.6 * random.normal();
      const truths = Array.from({ length: 6 }, () => 0.84 * (call + 0.8 * random.normal()));
      const judge = (bias: number) =>
        new Map(truths.map((truth, skill) => [`${skill}`, level(truth + bias + 0.55 * random.normal())]));
      return { first: judge(0), second: judge(0.3) };
    });
  const truth = measureAgreement(session(1_500));
  const runs = Array.from({ length: 400 }, () => measureAgreement(session(8)));
  const intervals = runs.flatMap((run) =>
    run.kind === 'measured' && run.interval !== null ? [run.interval] : [],
  );
  expect(intervals.length).toBe(400);
  const kappa = truth.kind === 'measured' ? truth.kappa : NaN;
  const held = intervals.filter(({ low, high }) => low <= kappa && kappa <= high).length / 400;
  expect(held).toBeGreaterThan(0.925);
  expect(held).toBeLessThan(0.975);
});
