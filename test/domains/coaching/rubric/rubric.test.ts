import fc from 'fast-check';
import { chooseRubric } from '../../../../src/domains/coaching/rubric/choose-rubric.ts';
import { compareScorings } from '../../../../src/domains/coaching/rubric/compare-scorings.ts';
import { findLowestSkill } from '../../../../src/domains/coaching/rubric/find-lowest-skill.ts';
import { readRubric } from '../../../../src/domains/coaching/rubric/read-rubric.ts';
import { starterRubric } from '../../../../src/domains/coaching/rubric/starter-rubric.ts';
import { traceSkill } from '../../../../src/domains/coaching/rubric/trace-skill.ts';
import type { Rubric, RubricScope, Scoring, Skill } from '../../../../src/domains/coaching/rubric/types.ts';
import { weighScoring } from '../../../../src/domains/coaching/rubric/weigh-scoring.ts';
import { compareRatios, ratio } from '../../../../src/kernel/ratio.ts';

const skill = (id: string, weight: number, change: Partial<Skill> = {}): Skill => ({
  id,
  name: `Skill ${id}`,
  weight,
  anchors: ['Asks nothing about it', 'Asks one question about it', 'Asks until it is clear'],
  ...change,
});
const rubric = (...skills: Skill[]): Rubric => ({ name: 'Calls', scope: { kind: 'everyone' }, skills });
const abc = rubric(skill('a', 50), skill('b', 30), skill('c', 20));
const scoring = (levels: Record<string, number>, scoredOn = '2026-11-01'): Scoring => ({
  scoredOn,
  levels: new Map(Object.entries(levels)),
});

test('what a portal begins with is as ops would have to write it', () => {
  expect(readRubric(starterRubric)).toEqual({ ok: true, value: starterRubric });
  expect(starterRubric.skills.every(({ anchors }) => anchors.length === 4)).toBe(true);
});

test.each<[string, Rubric, string, string]>([
  ['no name', { ...abc, name: '  ' }, 'name', 'Give the rubric a name.'],
  ['no skills', rubric(), 'skills', 'Add at least one skill.'],
  [
    'five short of 100',
    rubric(skill('a', 50), skill('b', 45)),
    'skills',
    'The weights add up to 95, not 100. Add 5.',
  ],
  [
    'one too many',
    rubric(skill('a', 50), skill('b', 51)),
    'skills',
    'The weights add up to 101, not 100. Take 1 away.',
  ],
  [
    'half a percent',
    rubric(skill('a', 99), skill('b', 0.5)),
    'skills.1.weight',
    'Give the skill a weight from 1 to 100, in whole percent.',
  ],
  [
    'no weight',
    rubric(skill('a', 100), skill('b', 0)),
    'skills.1.weight',
    'Give the skill a weight from 1 to 100, in whole percent.',
  ],
  [
    'a skill without a name',
    rubric(skill('a', 100, { name: '' })),
    'skills.0.name',
    'Give the skill a name.',
  ],
  [
    'a name twice',
    rubric(skill('a', 50, { name: 'Closing' }), skill('b', 50, { name: ' closing' })),
    'skills.1.name',
    '“closing” is there twice. Rename one, or take it out.',
  ],
  [
    'an id twice',
    rubric(skill('a', 50), skill('a', 50, { name: 'Other' })),
    'skills.1.id',
    'Two skills have the same id. Add the skill anew.',
  ],
  [
    'two levels',
    rubric(skill('a', 100, { anchors: ['Asks nothing about it', 'Asks until it is clear'] })),
    'skills.0.anchors',
    'Describe 3 to 7 levels.',
  ],
  [
    'levels that do not compare',
    rubric(
      skill('a', 50),
      skill('b', 50, { anchors: [...skill('b', 1).anchors, 'The buyer thanks for it'] }),
    ),
    'skills.1.anchors',
    'Describe 3 levels, as many as for “Skill a”, so that scores compare.',
  ],
  [
    'an empty anchor',
    rubric(skill('a', 100, { anchors: ['Asks nothing about it', ' ', 'Asks until it is clear'] })),
    'skills.0.anchors.1',
    'Say what one sees or hears at level 2.',
  ],
  [
    'a word for an anchor',
    rubric(skill('a', 100, { anchors: ['Poor', 'Asks one question about it', 'Asks until it is clear'] })),
    'skills.0.anchors.0',
    'Say in a few more words what one sees or hears at level 1.',
  ],
  [
    'the same anchor twice',
    rubric(
      skill('a', 100, {
        anchors: ['Asks nothing about it', 'Asks until it is clear', 'Asks until it is clear'],
      }),
    ),
    'skills.0.anchors.2',
    'Levels 2 and 3 read the same. Say what differs.',
  ],
])('%s is refused', (_case, typed, field, message) => {
  expect(readRubric(typed)).toEqual({ ok: false, failure: [{ field, message }] });
});

test('all faults come at once', () => {
  const refused = readRubric({ ...rubric(skill('a', 40, { name: '' })), name: '' });
  expect(refused.ok ? [] : refused.failure.map(({ field }) => field)).toEqual([
    'name',
    'skills.0.name',
    'skills',
  ]);
});

test('the closest rubric answers', () => {
  const of = (name: string, scope: RubricScope): Rubric => ({ ...abc, name, scope });
  const all = [
    of('everyone', { kind: 'everyone' }),
    of('team', { kind: 'team', teamId: 'ae' }),
    of('stage', { kind: 'stage', stageId: 'demo' }),
  ];
  expect(chooseRubric(all, { stageId: 'demo', teamId: 'ae' })?.name).toBe('stage');
  expect(chooseRubric(all, { stageId: 'won', teamId: 'ae' })?.name).toBe('team');
  expect(chooseRubric(all, { stageId: null, teamId: null })?.name).toBe('everyone');
  expect(chooseRubric(all.slice(1), { stageId: null, teamId: null })).toBeNull();
});

test.each<[Record<string, number>, [number, number] | null, string[]]>([
  [{ a: 3, b: 3, c: 3 }, [3, 1], []],
  [{ a: 1, b: 2, c: 3 }, [170, 100], []],
  // c is left out: (50 × 1 + 30 × 2) / 80
  [{ a: 1, b: 2 }, [110, 80], ['c']],
  [{ c: 2 }, [2, 1], ['a', 'b']],
  [{ other: 2 }, null, ['a', 'b', 'c']],
])('%j weighs %j', (levels, score, notScored) => {
  expect(weighScoring(abc, scoring(levels))).toEqual(
    score === null ? null : { score: ratio(...score), of: 3, notScored },
  );
});

test('a level that the rubric has not is a broken assumption', () => {
  expect(() => weighScoring(abc, scoring({ a: 4 }))).toThrow(RangeError);
});

test('manager and rep side by side, the gap over what both scored', () => {
  const pair = compareScorings(abc, scoring({ a: 1, b: 2 }), scoring({ a: 3, c: 3 }));
  expect(pair.manager?.score).toEqual(ratio(110, 80));
  expect(pair.self?.score).toEqual(ratio(3));
  expect(pair.gap).toEqual(ratio(2));
  expect(pair.skills).toEqual([
    { skillId: 'a', manager: 1, self: 3, gap: 2 },
    { skillId: 'b', manager: 2, self: null, gap: null },
    { skillId: 'c', manager: null, self: 3, gap: null },
  ]);
  expect(compareScorings(abc, scoring({ a: 1 }), scoring({ b: 1 })).gap).toBeNull();
});

test.each<[number[], 'up' | 'down' | 'steady', number, number]>([
  [[1, 1, 1, 2, 2, 2], 'up', 1, 2],
  [[3, 3, 3, 2, 2, 1], 'down', 3, 2],
  [[2, 2, 2, 2, 2, 2], 'steady', 2, 2],
  // one odd scoring on either side moves nothing
  [[2, 1, 2, 2, 3, 2], 'steady', 2, 2],
  // only the last six count
  [[3, 3, 1, 1, 2, 2, 2, 1], 'up', 1, 2],
])('levels %j go %s', (levels, direction, before, now) => {
  const scorings = levels.map((level, month) =>
    scoring({ a: level }, `2026-${`${month + 1}`.padStart(2, '0')}-01`),
  );
  expect(traceSkill('a', scorings.toReversed())).toEqual({ kind: 'traced', direction, before, now });
});

test('five scorings are too few, and scorings of another skill do not count', () => {
  const scorings = [1, 1, 2, 2, 2].map((level) => scoring({ a: level })).concat(scoring({ b: 1 }));
  expect(traceSkill('a', scorings)).toEqual({ kind: 'tooFew', scorings: 5, needed: 6 });
});

test.each<[string, Scoring[], string | null, number]>([
  ['nothing scored', [], null, 0],
  ['the lowest', [scoring({ a: 3, b: 2, c: 1 })], 'c', 1],
  ['of equals the heavier', [scoring({ a: 3, b: 2, c: 2 })], 'b', 2],
  [
    'the latest level counts',
    [scoring({ c: 3 }, '2026-11-02'), scoring({ a: 2, c: 1 }, '2026-11-01')],
    'a',
    2,
  ],
])('%s', (_case, scorings, skillId, level) => {
  const lowest = findLowestSkill(abc, scorings);
  expect(lowest?.skill.id ?? null).toBe(skillId);
  if (lowest !== null) expect(lowest).toMatchObject({ level, nextAnchor: abc.skills[0]!.anchors[level] });
});

test('at the highest level there is no next one', () => {
  expect(findLowestSkill(abc, [scoring({ a: 3 })])?.nextAnchor).toBeNull();
});

test('a score lies between the lowest and the highest level, and a better level never lowers it', () => {
  const level = fc.integer({ min: 1, max: 3 });
  fc.assert(
    fc.property(level, level, level, (a, b, c) => {
      const { score } = weighScoring(abc, scoring({ a, b, c }))!;
      expect(compareRatios(score, ratio(Math.min(a, b, c)))).toBeGreaterThanOrEqual(0);
      expect(compareRatios(score, ratio(Math.max(a, b, c)))).toBeLessThanOrEqual(0);
      expect(compareRatios(weighScoring(abc, scoring({ a: 3, b, c }))!.score, score)).toBeGreaterThanOrEqual(
        0,
      );
      const { gap } = compareScorings(abc, scoring({ a, b, c }), scoring({ a, b, c }));
      expect(gap).toEqual(ratio(0));
    }),
  );
});

test('weights pass exactly when they total 100', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 6 }), (weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      expect(readRubric(rubric(...weights.map((weight, index) => skill(`${index}`, weight)))).ok).toBe(
        total === 100,
      );
    }),
  );
});
