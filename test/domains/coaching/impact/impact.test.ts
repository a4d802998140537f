import fc from 'fast-check';
import { describeImpact } from '../../../../src/domains/coaching/impact/describe-impact.ts';
import { fitCoefficient } from '../../../../src/domains/coaching/impact/fit-coefficient.ts';
import { invertMatrix } from '../../../../src/domains/coaching/impact/invert-matrix.ts';
import { lagOf, listCandidates } from '../../../../src/domains/coaching/impact/list-candidates.ts';
import { matchPeers } from '../../../../src/domains/coaching/impact/match-peers.ts';
import { measureImpact } from '../../../../src/domains/coaching/impact/measure-impact.ts';
import { studentQuantile } from '../../../../src/kernel/student-quantile.ts';
import type { RepHistory } from '../../../../src/domains/coaching/impact/types.ts';
import { inventCompanies } from './company.ts';

test.each([
  [1, 1],
  [91, 1],
  [92, 2],
  [200, 3],
])('a cycle of %i days is read %i quarters after the start', (days, quarters) => {
  expect(lagOf(days)).toBe(quarters);
});

const rep = (repId: string, meetings: number[], values: (number | null)[]): RepHistory => ({
  repId,
  meetings,
  values,
});
const ask = (histories: readonly RepHistory[], chosenIn = -1) => ({ histories, cycleDays: 60, chosenIn });

test('who was coached, who had not begun, and for whom to wait', () => {
  const histories = [
    rep('coached', [0, 2, 0, 1, 3, 3, 0], [1, 2, 3, 4, 5, 6, 7]),
    rep('never', [0, 2, 2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 9, 2]),
    rep('begins later', [0, 0, 0, 0, 0, 0, 4], [1, 1, 1, 3, 1, 8, 1]),
    rep('began too early', [0, 0, 3, 3, 3, 3, 3], [1, 1, 1, 1, 1, 1, 1]),
    rep('a gap before', [0, 0, 0, 0, 0, 0, 0], [1, null, 1, 1, 1, 1, 1]),
    rep('no result', [0, 0, 0, 0, 0, 0, 0], [1, 1, 1, 1, 1, null, 1]),
  ];
  const { coached, uncoached, quartersToWait } = listCandidates(ask(histories));
  // Quarters 1, 2, 3, 4: mean 2.5, one more each quarter, the last 4; the result is that of quarter 6.
  expect(coached).toEqual([{ repId: 'coached', start: 4, level: 2.5, trend: 1, last: 4, after: 6 }]);
  expect(uncoached).toEqual([
    { repId: 'never', start: 4, level: 2, trend: 0, last: 2, after: 9 },
    // (−1.5 × 1 − 0.5 × 1 + 0.5 × 1 + 1.5 × 3) / 5
    { repId: 'begins later', start: 4, level: 1.5, trend: 0.6, last: 3, after: 8 },
  ]);
  expect(quartersToWait).toEqual([1]);
  // Chosen in the result quarter itself: it no longer counts, but the later start will.
  expect(listCandidates(ask(histories, 5)).coached).toEqual([]);
  expect(listCandidates(ask(histories, 4)).coached).toHaveLength(1);
});

test('the lowest chooses first, everybody once before anybody twice, nobody is a peer twice', () => {
  const at = (repId: string, level: number, start = 4) => ({
    repId,
    start,
    level,
    trend: 0,
    last: 0,
    after: 0,
  });
  const matched = matchPeers({
    coached: [at('b', 70), at('a', 60), at('alone', 50, 6)],
    uncoached: [at('p', 61), at('q', 68), at('r', 90), at('s', 100)],
  });
  expect(matched.map(({ repId, isCoached }) => [repId, isCoached])).toEqual([
    ['a', true],
    ['b', true],
    ['p', false],
    ['q', false],
    ['r', false],
    ['s', false],
  ]);
});

test('who was a peer of an earlier start is not looked at again', () => {
  const at = (repId: string, start: number) => ({ repId, start, level: 1, trend: 0, last: 0, after: 0 });
  const matched = matchPeers({
    coached: [at('first', 4), at('second', 5)],
    uncoached: [at('second', 4), at('third', 4), at('fourth', 5)],
  });
  expect(matched.map(({ repId, start, isCoached }) => [repId, start, isCoached])).toEqual([
    ['first', 4, true],
    ['second', 4, false],
    ['third', 4, false],
  ]);
});

// From printed tables of Student's t.
test.each([
  [6, 2.4469],
  [10, 2.2281],
  [20, 2.086],
  [25, 2.0595],
  [60, 2.0003],
  [1e9, 1.96],
])('%i degrees of freedom: %f', (freedom, quantile) => {
  expect(studentQuantile(freedom)).toBeCloseTo(quantile, 3);
});

test('an inverse undoes its matrix; a singular one has none', () => {
  expect(
    invertMatrix([
      [4, 2],
      [2, 3],
    ]),
  ).toEqual([
    [expect.closeTo(0.375), expect.closeTo(-0.25)],
    [expect.closeTo(-0.25), expect.closeTo(0.5)],
  ]);
  expect(
    invertMatrix([
      [1, 2],
      [2, 4],
    ]),
  ).toBeNull();
});

test('two groups and nothing else: the difference of means with the interval of Welch', () => {
  // 3, 5, 7 (mean 5, variance 4) and 0, 2, 4, 6 (mean 3, variance 20/3). HC2 is Welch's variance: 4/3 + (20/3)/4 = 3.
  // Bell and McCaffrey: (1/3 + 1/4)² / ((1/3)²/2 + (1/4)²/3) = 0.340278 / 0.076389 = 4.454545.
  const fitted = fitCoefficient(
    [
      [1, 1, 1, 0, 0, 0, 0],
      [1, 1, 1, 1, 1, 1, 1],
    ],
    [3, 5, 7, 0, 2, 4, 6],
  );
  expect(fitted!.estimate).toBeCloseTo(2, 10);
  expect(fitted!.high - 2).toBeCloseTo(studentQuantile(4.454_545) * Math.sqrt(3), 4);
  expect(2 - fitted!.low).toBeCloseTo(fitted!.high - 2, 10);
});

const company = inventCompanies(42)({ reps: 40, choice: 'worstQuarter', effect: 0 });
const measured = (histories: readonly RepHistory[]) => {
  const impact = measureImpact(ask(histories));
  if (impact.kind !== 'measured') throw new Error(impact.kind);
  return impact;
};

test('people are counted, and both levels before are told', () => {
  const { coached, peers, leftOut, before } = measured(company);
  expect({ coached, peers, leftOut }).toEqual({ coached: 12, peers: 24, leftOut: 0 });
  expect(before.coached).toBeLessThan(before.peers);
});

test('whatever coaching adds to every result is found exactly, in any unit and from any level', () => {
  const plain = measured(company);
  const amount = fc.double({ min: -2, max: 2, noNaN: true });
  const unit = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(amount, unit, amount, (gain, scale, level) => {
      const moved = measured(
        company.map((history) => ({
          ...history,
          values: history.values.map(
            (value, quarter) =>
              scale * ((value ?? 0) + level + (quarter === 5 && history.meetings[4] === 3 ? gain : 0)),
          ),
        })),
      );
      expect(moved.effect / scale).toBeCloseTo(plain.effect + gain, 6);
      expect((moved.high - moved.low) / scale).toBeCloseTo(plain.high - plain.low, 6);
    }),
    { numRuns: 30 },
  );
});

test('figures that do not vary say so', () => {
  const flat = company.map((history) => ({ ...history, values: history.values.map(() => 1) }));
  expect(measureImpact(ask(flat))).toEqual({ kind: 'noVariation' });
});

const people = (count: number, kind: string, meetings: number[], quarters: number): RepHistory[] =>
  Array.from({ length: count }, (_none, index) =>
    rep(
      `${kind} ${index}`,
      meetings,
      Array.from({ length: quarters }, (_value, quarter) => (index + quarter) % 7),
    ),
  );

test.each<[string, RepHistory[], number[]]>([
  // coached, peers, and missing: coached, peers, quarters
  ['nothing yet', [], [0, 0, 10, 20, 6]],
  ['a year of figures, nobody coached', people(30, 'peer', [0, 0, 0, 0], 4), [0, 0, 10, 20, 2]],
  [
    'nine coached, the result is there',
    [...people(9, 'coached', [0, 0, 0, 0, 3, 3], 6), ...people(30, 'peer', [0, 0, 0, 0, 0, 0], 6)],
    [9, 18, 1, 2, 2],
  ],
  [
    'twelve coached this quarter, the result comes next quarter',
    [...people(12, 'coached', [0, 0, 0, 0, 0, 3], 6), ...people(30, 'peer', [0, 0, 0, 0, 0, 0], 6)],
    [0, 0, 0, 20, 1],
  ],
  [
    'enough coached, too few peers',
    [...people(12, 'coached', [0, 0, 0, 0, 3, 3], 6), ...people(19, 'peer', [0, 0, 0, 0, 0, 0], 6)],
    [12, 19, 0, 1, 0],
  ],
])('%s', (_case, histories, [coached, peers, coachedMissing, peersMissing, quartersMissing]) => {
  expect(measureImpact(ask(histories))).toEqual({
    kind: 'notEnough',
    coached,
    peers,
    coachedMissing,
    peersMissing,
    quartersMissing,
  });
});

const words = { metric: 'attainment', show: (share: number) => `${Math.round(100 * share)} points` };

test.each([
  [
    {
      kind: 'measured',
      effect: 0.08,
      low: 0.02,
      high: 0.14,
      coached: 12,
      peers: 24,
      leftOut: 0,
      before: { coached: 0.7, peers: 0.8 },
    },
    'In attainment, coached reps gained 8 points more than peers who stood alike before, between 2 points and 14 points. 12 reps coached, 24 peers, one sales cycle later.',
  ],
  [
    {
      kind: 'measured',
      effect: -0.03,
      low: -0.1,
      high: 0.04,
      coached: 12,
      peers: 24,
      leftOut: 0,
      before: { coached: 0.7, peers: 0.8 },
    },
    'In attainment, coached reps gained 3 points less than peers who stood alike before. That can be chance: the truth may lie between -10 points and 4 points. 12 reps coached, 24 peers, one sales cycle later.',
  ],
  [
    { kind: 'notEnough', coached: 6, peers: 12, coachedMissing: 2, peersMissing: 0, quartersMissing: 1 },
    'Not enough data yet. 1 more quarter must go by. 10 reps coached once a month are needed after a year with figures: 6 so far, 2 missing.',
  ],
  [{ kind: 'noVariation' }, 'No comparison: the figures do not vary.'],
] as const)('%j reads', (impact, sentence) => {
  expect(describeImpact(impact, words)).toBe(sentence);
});
