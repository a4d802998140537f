import { listCandidates } from '../../../../src/domains/coaching/impact/list-candidates.ts';
import { matchPeers } from '../../../../src/domains/coaching/impact/match-peers.ts';
import { measureImpact } from '../../../../src/domains/coaching/impact/measure-impact.ts';
import { spreadOf } from '../../../../src/domains/coaching/impact/spread-of.ts';
import { inventCompanies, type CompanyShape } from './company.ts';

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** How often the interval holds the truth, and how far the effects lie from it on average, over so many companies. */
function simulate(shape: CompanyShape, runs: number, seed: number) {
  const invent = inventCompanies(seed);
  const impacts = Array.from({ length: runs }, () =>
    measureImpact({ histories: invent(shape), cycleDays: 60, chosenIn: -1 }),
  );
  const measured = impacts.filter((impact) => impact.kind === 'measured');
  const errors = measured.map(({ effect }) => effect - shape.effect);
  return {
    measured: measured.length / runs,
    covered:
      measured.filter(({ low, high }) => low <= shape.effect && shape.effect <= high).length /
      measured.length,
    bias: mean(errors),
    /** How far chance alone moves the bias over the runs: its standard error. */
    biasByChance: spreadOf(errors) / Math.sqrt(errors.length),
  };
}

const shape = (change: Partial<CompanyShape>): CompanyShape => ({
  reps: 40,
  choice: 'worstQuarter',
  effect: 0,
  ...change,
});

test('no effect, the worst of the last quarter coached: zero lies in 93 to 97 of 100 intervals', () => {
  const result = simulate(shape({}), 2000, 1);
  expect(result.measured).toBe(1);
  expect(result.covered).toBeGreaterThanOrEqual(0.93);
  expect(result.covered).toBeLessThanOrEqual(0.97);
  expect(Math.abs(result.bias)).toBeLessThan(3.5 * result.biasByChance);
});

test.each<[string, CompanyShape, number, number]>([
  ['no effect, the worst of the year coached', shape({ choice: 'worstYear' }), 300, 2],
  ['no effect, luck that lasts', shape({ lingering: 0.4 }), 300, 3],
  ['no effect, coaching that begins in three quarters', shape({ starts: [4, 5, 6], reps: 70 }), 300, 4],
  [
    '10 points, coaching that begins in two quarters',
    shape({ starts: [4, 6], reps: 60, effect: 0.1 }),
    300,
    5,
  ],
  ['10 points on average, differing by rep', shape({ effect: 0.1, effectSpread: 0.1 }), 300, 6],
  ['a harm of 5 points, coached by lot', shape({ effect: -0.05, choice: 'byLot' }), 300, 7],
])(
  '%s: the interval holds the truth as often as it says, and nothing pulls it',
  (_case, company, runs, seed) => {
    const result = simulate(company, runs, seed);
    expect(result.measured).toBeGreaterThan(0.95);
    // Over 300 runs chance alone moves the share by a point or two.
    expect(result.covered).toBeGreaterThanOrEqual(0.91);
    expect(result.covered).toBeLessThanOrEqual(0.985);
    expect(Math.abs(result.bias)).toBeLessThan(3.5 * result.biasByChance);
  },
);

test('a plain difference in differences would find an effect that is not there', () => {
  const invent = inventCompanies(8);
  const differences = Array.from({ length: 200 }, () => {
    const candidates = listCandidates({ histories: invent(shape({})), cycleDays: 60, chosenIn: -1 });
    const gain = (reps: readonly { readonly after: number; readonly level: number }[]) =>
      mean(reps.map(({ after, level }) => after - level));
    const matched = matchPeers(candidates);
    return {
      plain: gain(candidates.coached) - gain(candidates.uncoached),
      matched:
        gain(matched.filter(({ isCoached }) => isCoached)) -
        gain(matched.filter(({ isCoached }) => !isCoached)),
    };
  });
  expect(mean(differences.map(({ plain }) => plain))).toBeGreaterThan(0.03);
  expect(mean(differences.map(({ matched }) => matched))).toBeGreaterThan(0.02);
});
