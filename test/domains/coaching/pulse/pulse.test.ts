import fc from 'fast-check';
import { freezeGroups } from '../../../../src/domains/coaching/pulse/freeze-groups.ts';
import { publishPulse } from '../../../../src/domains/coaching/pulse/publish-pulse.ts';
import { readPulseAnswers } from '../../../../src/domains/coaching/pulse/read-pulse-answers.ts';
import { scorePulse } from '../../../../src/domains/coaching/pulse/score-pulse.ts';
import { swapScore } from '../../../../src/domains/coaching/pulse/swap-score.ts';
import { traceOwnPulse } from '../../../../src/domains/coaching/pulse/trace-own-pulse.ts';
import type { PulseAnswers, PulseScore } from '../../../../src/domains/coaching/pulse/types.ts';

const scores: readonly PulseScore[] = [1, 2, 3, 4, 5];
const anyScore = fc.constantFrom(...scores);
const answers = (expectations: PulseScore, growth: PulseScore, candour: PulseScore): PulseAnswers => ({
  expectations,
  growth,
  candour,
});

test.each<[PulseScore, PulseScore, PulseScore, PulseScore]>([
  [1, 1, 1, 1],
  [1, 5, 1, 1],
  [5, 3, 4, 4],
  [5, 1, 2, 2],
  [3, 3, 5, 3],
])('answers %i, %i, %i score %i', (first, second, third, expected) => {
  expect(scorePulse(answers(first, second, third))).toBe(expected);
});

test('one answer never moves the score beyond the other two', () => {
  fc.assert(
    fc.property(anyScore, anyScore, anyScore, (first, second, third) => {
      const score = scorePulse(answers(first, second, third));
      expect(score).toBeGreaterThanOrEqual(Math.min(first, second));
      expect(score).toBeLessThanOrEqual(Math.max(first, second));
      expect(score).toBe(scorePulse(answers(third, first, second)));
    }),
  );
});

test('a third of the draws swap, evenly; the rest keep what was answered', () => {
  const drawn = Array.from({ length: 15 }, (_none, draw) => swapScore(4, draw));
  expect(drawn).toEqual([1, 2, 3, 4, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
});

test.each([-1, 15, 0.5, Number.NaN])('%p is no draw', (draw) => {
  expect(() => swapScore(3, draw)).toThrow(RangeError);
});

const people = (count: number): string[] => Array.from({ length: count }, (_none, index) => `rep-${index}`);
const groupOf = (given: readonly PulseScore[]) =>
  publishPulse(
    [{ id: 'team', memberIds: people(given.length) }],
    new Map(given.map((score, index) => [`rep-${index}`, score])),
  );

test.each<[string, readonly PulseScore[], string | null]>([
  ['seven answers', [5, 5, 5, 5, 5, 5, 5], null],
  ['eight at the top', [5, 5, 5, 5, 5, 5, 5, 5], 'goingWell'],
  // 27 / 8 = 3.375, above 10 / 3
  ['just well', [3, 3, 3, 3, 3, 4, 4, 4], 'goingWell'],
  // 26 / 8 = 3.25
  ['just not well', [3, 3, 3, 3, 3, 3, 4, 4], 'mixed'],
  // 30 / 9 = 10 / 3: the limit is going well
  ['on the upper limit', [3, 3, 3, 3, 3, 3, 4, 4, 4], 'goingWell'],
  // 24 / 9 = 8 / 3: the limit is mixed
  ['on the lower limit', [3, 3, 3, 3, 3, 3, 2, 2, 2], 'mixed'],
  ['just below', [3, 3, 3, 3, 3, 2, 2, 2, 2], 'needsCare'],
])('%s: %p is %p', (_case, given, word) => {
  expect(groupOf(given)).toEqual([{ groupId: 'team', word }]);
});

test('nothing but a name and a word leaves, and nobody counts twice', () => {
  const published = publishPulse(
    [{ id: 'team', memberIds: [...people(7), 'rep-0'] }],
    new Map(people(7).map((person) => [person, 4])),
  );
  expect(published).toEqual([{ groupId: 'team', word: null }]);
});

test('who did not answer is not read, who is not in the group is not either', () => {
  const swapped = new Map<string, PulseScore>(people(8).map((person) => [person, 3]));
  expect(publishPulse([{ id: 'a', memberIds: [...people(8), 'silent'] }], swapped)).toEqual([
    { groupId: 'a', word: 'mixed' },
  ]);
  swapped.set('stranger', 5);
  expect(publishPulse([{ id: 'a', memberIds: people(8) }], swapped)).toEqual([
    { groupId: 'a', word: 'mixed' },
  ]);
});

test('a better score never makes a worse word, and order does not matter', () => {
  const rank = ['needsCare', 'mixed', 'goingWell'];
  fc.assert(
    fc.property(fc.array(anyScore, { minLength: 8, maxLength: 30 }), fc.nat(29), (given, at) => {
      const word = groupOf(given)[0]!.word!;
      const raised = given.with(at % given.length, 5);
      expect(rank.indexOf(groupOf(raised)[0]!.word!)).toBeGreaterThanOrEqual(rank.indexOf(word));
      expect(groupOf(given.toReversed())[0]!.word).toBe(word);
    }),
  );
});

test('a manager stands for everybody below, not for themselves', () => {
  const managerOf = new Map([
    ['dora', null],
    ['maria', 'dora'],
    ['ana', 'maria'],
    ['ben', 'maria'],
  ]);
  expect(freezeGroups(managerOf)).toEqual([
    { id: 'dora', memberIds: ['maria', 'ana', 'ben'] },
    { id: 'maria', memberIds: ['ana', 'ben'] },
  ]);
});

test('what was ticked is taken whole or refused by question', () => {
  expect(readPulseAnswers({ expectations: 4, growth: 5, candour: 1 })).toEqual({
    ok: true,
    value: answers(4, 5, 1),
  });
  const refused = readPulseAnswers({ expectations: 0, growth: 2.5 });
  expect(refused).toMatchObject({
    ok: false,
    failure: [{ field: 'expectations' }, { field: 'growth' }, { field: 'candour' }],
  });
});

test('a person reads their own trend, unswapped', () => {
  const trend = traceOwnPulse([
    { quarterKey: '2026-Q3', answers: answers(4, 4, 5) },
    { quarterKey: '2026-Q1', answers: answers(2, 3, 3) },
    { quarterKey: '2026-Q4', answers: answers(1, 4, 4) },
    { quarterKey: '2027-Q1', answers: answers(1, 2, 4) },
  ]);
  expect(trend.map(({ quarterKey, score, change }) => [quarterKey, score, change])).toEqual([
    ['2026-Q1', 3, null],
    ['2026-Q3', 4, 'up'],
    ['2026-Q4', 4, 'same'],
    ['2027-Q1', 2, 'down'],
  ]);
});
