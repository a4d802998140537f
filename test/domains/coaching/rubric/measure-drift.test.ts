import { measureDrift, type DriftScoring } from '../../../../src/domains/coaching/rubric/measure-drift.ts';

const scorings = (managerId: string, count: number, score: number, reps = 3): DriftScoring[] =>
  Array.from({ length: count }, (_, index) => ({ managerId, repId: `${managerId} ${index % reps}`, score }));

test('a manager’s mean is held against all others’ together', () => {
  const given = [...scorings('a', 10, 3), ...scorings('b', 10, 2), ...scorings('c', 30, 2.5)];
  expect(measureDrift(given)).toEqual([
    {
      managerId: 'a',
      scorings: 10,
      reps: 3,
      mean: 3,
      othersMean: 2.375,
      othersScorings: 40,
      difference: 0.625,
    },
    {
      managerId: 'b',
      scorings: 10,
      reps: 3,
      mean: 2,
      othersMean: 2.625,
      othersScorings: 40,
      difference: -0.625,
    },
    { managerId: 'c', scorings: 30, reps: 3, mean: 2.5, othersMean: 2.5, othersScorings: 20, difference: 0 },
  ]);
});

test.each<[string, DriftScoring[], string[]]>([
  ['nobody', [], []],
  ['one manager alone', scorings('a', 40, 3), []],
  ['nine scorings of one', [...scorings('a', 9, 3), ...scorings('b', 10, 2)], []],
  ['two reps only', [...scorings('a', 20, 3, 2), ...scorings('b', 20, 2)], []],
  [
    'one with too few beside two with enough',
    [...scorings('a', 3, 3), ...scorings('b', 10, 2), ...scorings('c', 10, 2)],
    ['b', 'c'],
  ],
])('nothing is said of %s', (_what, given, said) => {
  expect(measureDrift(given).map(({ managerId }) => managerId)).toEqual(said);
});
