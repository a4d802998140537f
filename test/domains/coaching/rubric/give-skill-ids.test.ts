import { giveSkillIds } from '../../../../src/domains/coaching/rubric/give-skill-ids.ts';
import { skillId } from '../../../../src/contract/index.ts';

const idsFor = (names: readonly (string | { id: string })[], used: string[] = []): string[] => {
  const skills = names.map((given) =>
    typeof given === 'string'
      ? { id: null, name: given, weight: 1, anchors: [] }
      : { id: given.id, name: 'kept', weight: 1, anchors: [] },
  );
  return giveSkillIds({ name: 'Calls', scope: { kind: 'everyone' }, skills }, used).skills.map(
    ({ id }) => id,
  );
};

test.each<[Parameters<typeof idsFor>[0], string[], string[]]>([
  [['Discovery'], [], ['discovery']],
  [['Asks why, & listens!'], [], ['asks-why-listens']],
  [['Closing', 'closing '], [], ['closing', 'closing-2']],
  [['Closing'], ['closing', 'closing-2'], ['closing-3']],
  [[{ id: 'closing' }, 'Closing'], [], ['closing', 'closing-2']],
  [['Closing', { id: 'closing' }], [], ['closing-2', 'closing']],
  [['傾聴', '質問'], [], ['skill', 'skill-2']],
  [['3 questions'], [], ['skill-3-questions']],
  [['x'.repeat(200)], [], ['x'.repeat(40)]],
])('%j beside %j becomes %j', (names, used, ids) => {
  expect(idsFor(names, used)).toEqual(ids);
  for (const id of ids) expect(skillId.safeParse(id).success).toBe(true);
});
