import fc from 'fast-check';
import { publishPulse } from '../../../../src/domains/coaching/pulse/publish-pulse.ts';
import { scorePulse } from '../../../../src/domains/coaching/pulse/score-pulse.ts';
import { swapScore } from '../../../../src/domains/coaching/pulse/swap-score.ts';
import type { PulseScore } from '../../../../src/domains/coaching/pulse/types.ts';

/*
 * Exact, by counting draws: every answer has 15 equally likely draws, so that the chance of an outcome is how many
 * combinations of draws lead to it over a power of 15. Two chances of one outcome are compared as whole numbers.
 */
const scores: readonly PulseScore[] = [1, 2, 3, 4, 5];
const anyScore = fc.constantFrom(...scores);

/** In how many of the 15 draws an own score becomes each score. */
const drawsTo = (own: PulseScore): readonly bigint[] => {
  const counts = [0n, 0n, 0n, 0n, 0n, 0n];
  for (let draw = 0; draw < 15; draw += 1) {
    const swapped = swapScore(own, draw);
    counts[swapped] = (counts[swapped] ?? 0n) + 1n;
  }
  return counts;
};

/** Over every sum that the swapped scores of these people can have: in how many draws. */
function countSums(own: readonly PulseScore[]): Map<number, bigint> {
  let sums = new Map([[0, 1n]]);
  for (const score of own) {
    const next = new Map<number, bigint>();
    for (const [sum, ways] of sums)
      for (const swapped of scores)
        next.set(sum + swapped, (next.get(sum + swapped) ?? 0n) + ways * drawsTo(score)[swapped]!);
    sums = next;
  }
  return sums;
}

/** Any scores with that sum: a word knows its scores by their sum and number alone, as the first test shows. */
function scoresOf(sum: number, count: number): PulseScore[] {
  const low = Math.floor(sum / count);
  const higher = sum - low * count;
  return Array.from({ length: count }, (_none, index) => (low + (index < higher ? 1 : 0)) as PulseScore);
}

/** People who belong to the same groups, with what the test knows of their own scores. */
interface Block {
  readonly own: readonly PulseScore[];
  readonly groups: readonly string[];
}

const words = new Map<string, string>();
/** What is published about a group with that many answers and that sum. */
function wordAt(sum: number, count: number): string {
  const known = words.get(`${sum}/${count}`);
  if (known !== undefined) return known;
  const given = scoresOf(sum, count);
  const [published] = publishPulse(
    [{ id: 'group', memberIds: [...given.keys()].map(String) }],
    new Map([...given.entries()].map(([index, score]) => [String(index), score])),
  );
  const word = published?.word ?? 'nothing';
  words.set(`${sum}/${count}`, word);
  return word;
}

/** All that is published, in one text, against the number of draws that lead to it. */
function countOutcomes(blocks: readonly Block[]): Map<string, bigint> {
  const names = [...new Set(blocks.flatMap(({ groups }) => groups))];
  const countIn = (name: string): number =>
    blocks.reduce((sum, { own, groups }) => sum + (groups.includes(name) ? own.length : 0), 0);
  const counts = names.map(countIn);
  const perBlock = blocks.map(({ own }) => [...countSums(own)]);
  const outcomes = new Map<string, bigint>();
  const walk = (block: number, sums: readonly number[], ways: bigint): void => {
    const here = blocks[block];
    if (here === undefined) {
      const published = sums.map((sum, group) => wordAt(sum, counts[group]!)).join(' ');
      outcomes.set(published, (outcomes.get(published) ?? 0n) + ways);
      return;
    }
    for (const [sum, more] of perBlock[block]!) {
      const reached = sums.map((other, group) => (here.groups.includes(names[group]!) ? other + sum : other));
      walk(block + 1, reached, ways * more);
    }
  };
  walk(
    0,
    names.map(() => 0),
    1n,
  );
  return outcomes;
}

/** For every outcome and every two own scores of the last person: one chance is at most 11 times the other. */
function expectBounded(others: readonly Block[], groupsOfLast: readonly string[]): void {
  const byScore = scores.map((last) => countOutcomes([...others, { own: [last], groups: groupsOfLast }]));
  const outcomes = new Set(byScore.flatMap((counts) => [...counts.keys()]));
  expect(outcomes.size).toBeGreaterThan(0);
  const beyond = [...outcomes].filter((outcome) =>
    byScore.some((counts) =>
      byScore.some((other) => (counts.get(outcome) ?? 0n) > 11n * (other.get(outcome) ?? 0n)),
    ),
  );
  expect(beyond).toEqual([]);
}

test('a word knows its scores by their sum and number alone', () => {
  fc.assert(
    fc.property(fc.array(anyScore, { minLength: 8, maxLength: 20 }), (given) => {
      const word = (list: readonly PulseScore[]) =>
        publishPulse(
          [{ id: 'team', memberIds: list.map((_score, index) => `${index}`) }],
          new Map(list.map((score, index) => [`${index}`, score])),
        );
      const sum = given.reduce((total, score) => total + score, 0);
      expect(word(given)).toEqual(word(scoresOf(sum, given.length)));
    }),
  );
});

test('one group of eight, every swapped score one by one', () => {
  // Without the step over sums. The test knows three people's swapped scores, and the own scores of four more.
  const known: readonly PulseScore[] = [4, 1, 5];
  const others: readonly PulseScore[] = [1, 3, 4, 5];
  const memberIds = Array.from({ length: 8 }, (_none, index) => String(index));
  const byScore = scores.map(() => new Map<string, number>());
  const walk = (swapped: readonly PulseScore[], ways: number): void => {
    if (swapped.length < others.length) {
      const draws = drawsTo(others[swapped.length]!);
      for (const score of scores) walk([...swapped, score], ways * Number(draws[score]));
      return;
    }
    for (const out of scores) {
      const all = new Map([...known, ...swapped, out].map((score, index) => [memberIds[index]!, score]));
      const [{ word } = { word: null }] = publishPulse([{ id: 'team', memberIds }], all);
      for (const own of scores) {
        const counts = byScore[own - 1]!;
        counts.set(word!, (counts.get(word!) ?? 0) + ways * Number(drawsTo(own)[out]));
      }
    }
  };
  walk([], 1);
  for (const counts of byScore) {
    expect([...counts.values()].reduce((sum, ways) => sum + ways, 0)).toBe(15 ** 5);
    for (const other of byScore)
      for (const [word, ways] of counts) expect(ways).toBeLessThanOrEqual(11 * (other.get(word) ?? 0));
  }
});

test('the team, its director, the company and two groups across, all read together', () => {
  const of = (score: PulseScore, count: number): PulseScore[] => Array.from({ length: count }, () => score);
  expectBounded(
    [
      { own: of(3, 7), groups: ['team', 'division', 'company'] },
      { own: [...of(4, 4), ...of(2, 4)], groups: ['division', 'company', 'across'] },
      { own: of(5, 4), groups: ['company', 'project'] },
    ],
    ['team', 'division', 'company', 'across', 'project'],
  );
});

test('a group that differs by the last person alone, where the difference is as plain as it gets', () => {
  // The same seven and the same eighth: with the last person the team has nine.
  expectBounded([{ own: [3, 3, 3, 3, 3, 3, 3, 3], groups: ['with', 'without'] }], ['with']);
});

test('whoever the others are and wherever the last person belongs', () => {
  const block = fc.record({
    own: fc.array(anyScore, { minLength: 1, maxLength: 9 }),
    groups: fc.subarray(['team', 'division', 'company']),
  });
  const groupsOfLast = fc.subarray(['team', 'division', 'company'], { minLength: 1 });
  fc.assert(fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), groupsOfLast, expectBounded), {
    numRuns: 25,
  });
});

test('two ways to answer the three questions: no further than two scores, and just as far', () => {
  const allWays = scores.flatMap((expectations) =>
    scores.flatMap((growth) => scores.map((candour) => ({ expectations, growth, candour }))),
  );
  const ratios = allWays.flatMap((one) =>
    allWays.flatMap((other) =>
      scores.map((out) => [drawsTo(scorePulse(one))[out]!, drawsTo(scorePulse(other))[out]!] as const),
    ),
  );
  expect(ratios.every(([one, other]) => one <= 11n * other)).toBe(true);
  // Whoever read the one swapped score itself would be at the bound, not below it.
  expect(ratios.some(([one, other]) => one === 11n * other)).toBe(true);
});

test.each<[PulseScore, string, number]>([
  [5, 'goingWell', 98],
  [4, 'goingWell', 85],
  [3, 'mixed', 74],
  [2, 'needsCare', 85],
])('eight people who all answer %i read as %p in %f of 100 quarters', (own, word, percent) => {
  const counts = countOutcomes([{ own: Array.from({ length: 8 }, () => own), groups: ['team'] }]);
  const ways = counts.get(word) ?? 0n;
  expect(Math.round((100 * Number(ways)) / 15 ** 8)).toBe(percent);
});
