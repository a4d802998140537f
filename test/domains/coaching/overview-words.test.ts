import { measureCompletion } from '../../../src/domains/coaching/actions/completion/measure-completion.ts';
import { describeCompletion } from '../../../src/domains/coaching/overview/describe-completion.ts';
import { describeDrift } from '../../../src/domains/coaching/overview/describe-drift.ts';

const due = (kept: number, missed: number) =>
  measureCompletion(
    Array.from({ length: kept + missed }, (_, index) => ({
      authorId: '206',
      repId: '201',
      doerId: '201',
      agreedAt: new Date('2026-11-02T09:00:00Z'),
      isKept: index < kept,
      settledAt: new Date('2026-11-10T09:00:00Z'),
    })),
    new Map(),
  ).byRep.get('201');

test.each([
  [0, 0, null],
  [3, 1, '3 of 4 kept'],
  [18, 4, '82 % of 22 kept, 61 to 93 % likely'],
  [10, 0, '100 % of 10 kept, 72 to 100 % likely'],
])('%i kept and %i not', (kept, missed, words) => {
  expect(describeCompletion(due(kept, missed))).toBe(words);
});

test.each<[number, string]>([
  [0.42, 'Scores 0.4 of 4 levels higher than the others (n = 34 and 60, Discovery)'],
  [-1.26, 'Scores 1.3 of 4 levels lower than the others (n = 34 and 60, Discovery)'],
  [0.04, 'Scores like the others (n = 34 and 60, Discovery)'],
])('a mean %f apart', (difference, words) => {
  const own = {
    managerId: '206',
    scorings: 34,
    reps: 5,
    mean: 3,
    othersMean: 3 - difference,
    othersScorings: 60,
    difference,
  };
  const drift = [
    { rubricName: 'Closing', of: 5, managers: [{ ...own, scorings: 12, difference: 2 }] },
    { rubricName: 'Discovery', of: 4, managers: [own] },
  ];
  expect(describeDrift('206', drift)).toBe(words);
  expect(describeDrift('205', drift)).toBeNull();
});
