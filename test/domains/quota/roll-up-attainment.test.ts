import fc from 'fast-check';
import { rollUpAttainment } from '../../../src/domains/quota/roll-up-attainment.ts';
import type { RollUpNode } from '../../../src/domains/quota/roll-up-attainment.ts';
import { money } from '../../../src/kernel/money.ts';
import { err, ok } from '../../../src/kernel/result.ts';
import { eur, standing } from './examples.ts';

const node = (id: string, parentId: string | null, credited: number, quota: number | null): RollUpNode => ({
  id,
  parentId,
  credited: eur(credited),
  quota: quota === null ? null : eur(quota),
});

/** Dora directs Maria and Tom; Maria leads Ana, Ben and Kim, who has no quota. */
const company = [
  node('dora', null, 0, null),
  node('maria', 'dora', 40, 100),
  node('tom', 'dora', 60, 50),
  node('ana', 'maria', 71, 100),
  node('ben', 'maria', 29, 50),
  node('kim', 'maria', 5, null),
];

test('every node is its own part and everybody below', () => {
  const rolledUp = rollUpAttainment(company, 'EUR');
  if (!rolledUp.ok) throw new Error('the company has no loop');
  expect(rolledUp.value.get('ana')).toEqual({
    credited: eur(71),
    carrierIds: ['ana'],
    standing: ok(standing(71, 100)),
  });
  // 40 + 71 + 29 of 250, and Kim's 5 beside it.
  expect(rolledUp.value.get('maria')).toEqual({
    credited: eur(145),
    carrierIds: ['maria', 'ana', 'ben'],
    standing: ok(standing(140, 250)),
  });
  expect(rolledUp.value.get('dora')).toMatchObject({
    credited: eur(205),
    standing: ok(standing(200, 300)),
  });
  expect(rolledUp.value.get('kim')).toEqual({
    credited: eur(5),
    carrierIds: [],
    standing: err({ kind: 'noQuota' }),
  });
});

test('a quota of nothing carries nothing', () => {
  const rolledUp = rollUpAttainment([node('team', null, 0, null), node('ana', 'team', 5, 0)], 'EUR');
  expect(rolledUp).toMatchObject({ ok: true });
  expect(rolledUp.ok && rolledUp.value.get('team')!.carrierIds).toEqual([]);
});

test('a manager who is not in the list is no manager', () => {
  const rolledUp = rollUpAttainment([node('ana', 'somebody who left', 71, 100)], 'EUR');
  expect(rolledUp.ok && [...rolledUp.value.keys()]).toEqual(['ana']);
});

test.each<[string, RollUpNode[], string[]]>([
  ['herself', [node('ana', 'ana', 1, 1), node('ben', null, 1, 1)], ['ana']],
  [
    'each other',
    [node('ana', 'ben', 1, 1), node('ben', 'ana', 1, 1), node('kim', 'ana', 1, 1)],
    ['ana', 'ben'],
  ],
])('whoever reports to %s is refused by name', (_case, nodes, ids) => {
  expect(rollUpAttainment(nodes, 'EUR')).toEqual(err({ kind: 'cycle', ids }));
});

/** A forest: each node's parent comes before it in the list, or is nobody; then the list is turned by some places. */
const anyForest = fc
  .array(
    fc.record({
      parent: fc.nat(),
      minor: fc.integer({ min: -1e9, max: 1e9 }),
      quota: fc.option(fc.integer({ min: 0, max: 1e9 })),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((drawn) =>
    drawn.map(({ parent, minor, quota }, index): RollUpNode => {
      const parentIndex = parent % (index + 1);
      return {
        id: `node ${index}`,
        parentId: parentIndex === index ? null : `node ${parentIndex}`,
        credited: money(minor, 'EUR'),
        quota: quota === null ? null : money(quota, 'EUR'),
      };
    }),
  );

test('a roll-up equals the sum of its parts, and the tops together are everybody', () => {
  fc.assert(
    fc.property(anyForest, fc.nat(24), (forest, turn) => {
      const rolledUp = rollUpAttainment([...forest.slice(turn), ...forest.slice(0, turn)], 'EUR');
      if (!rolledUp.ok) throw new Error('a forest has no loop');
      const creditedOf = (id: string) => rolledUp.value.get(id)!.credited.minor;
      for (const { id, credited } of forest) {
        const children = forest.filter(({ parentId }) => parentId === id);
        const below = children.reduce((sum, child) => sum + creditedOf(child.id), 0);
        expect(creditedOf(id)).toBe(credited.minor + below);
      }
      const tops = forest.filter(({ parentId }) => parentId === null);
      const everybody = forest.reduce((sum, { credited }) => sum + credited.minor, 0);
      expect(tops.reduce((sum, { id }) => sum + creditedOf(id), 0)).toBe(everybody);
      const carriers = tops.flatMap(({ id }) => rolledUp.value.get(id)!.carrierIds);
      expect(new Set(carriers).size).toBe(carriers.length);
      expect(carriers).toHaveLength(forest.filter(({ quota }) => quota !== null && quota.minor > 0).length);
    }),
  );
});

test('a loop anywhere is found, however the list is turned', () => {
  fc.assert(
    fc.property(anyForest, fc.nat(24), (forest, turn) => {
      const looped = forest.map((each) =>
        each.id === 'node 0' ? { ...each, parentId: forest.at(-1)!.id } : each,
      );
      const isLoop = pathUp(forest, forest.at(-1)!.id).includes('node 0');
      const rolledUp = rollUpAttainment([...looped.slice(turn), ...looped.slice(0, turn)], 'EUR');
      expect(rolledUp.ok).toBe(!isLoop);
    }),
  );
});

function pathUp(nodes: readonly RollUpNode[], id: string): string[] {
  const parentId = nodes.find((each) => each.id === id)!.parentId;
  return [id, ...(parentId === null ? [] : pathUp(nodes, parentId))];
}
