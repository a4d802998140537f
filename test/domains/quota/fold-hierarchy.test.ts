import fc from 'fast-check';
import { foldHierarchy } from '../../../src/domains/quota/fold-hierarchy.ts';
import type { HierarchyNode } from '../../../src/domains/quota/fold-hierarchy.ts';
import { err } from '../../../src/kernel/result.ts';

const node = (id: string, parentId: string | null): HierarchyNode => ({ id, parentId });

/** Writes a node with everybody below it: `dora(maria(ana ben))`. */
function spell(nodes: readonly HierarchyNode[]) {
  return foldHierarchy(nodes, ({ id }, below: readonly string[]) =>
    below.length === 0 ? id : `${id}(${below.join(' ')})`,
  );
}

test('children come before their parent, in whatever order the list is', () => {
  const nodes = [node('ana', 'maria'), node('dora', null), node('maria', 'dora'), node('ben', 'maria')];
  const spelt = spell(nodes);
  expect(spelt.ok && [...spelt.value]).toEqual([
    ['ana', 'ana'],
    ['ben', 'ben'],
    ['maria', 'maria(ana ben)'],
    ['dora', 'dora(maria(ana ben))'],
  ]);
});

test('a parent that is not in the list counts as none', () => {
  const spelt = spell([node('ana', 'gone'), node('ben', 'ana')]);
  expect(spelt.ok && spelt.value.get('ana')).toBe('ana(ben)');
});

test('an empty hierarchy has no values', () => {
  const spelt = spell([]);
  expect(spelt.ok && spelt.value.size).toBe(0);
});

test.each<[string, HierarchyNode[], string[]]>([
  ['a node above itself', [node('ana', 'ana'), node('ben', null)], ['ana']],
  ['two above each other', [node('ana', 'ben'), node('ben', 'ana'), node('kim', 'ana')], ['ana', 'ben']],
  [
    'a loop below which others stand',
    [node('a', 'c'), node('b', 'a'), node('c', 'b'), node('d', 'c'), node('e', 'd')],
    ['a', 'b', 'c'],
  ],
])('%s is refused, and only who is in the loop is named', (_case, nodes, ids) => {
  expect(spell(nodes)).toEqual(err({ kind: 'cycle', ids }));
});

test('every node is combined once, with exactly its own children', () => {
  const parents = fc.array(fc.nat(), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(parents, (drawn) => {
      const nodes = drawn.map((parent, index) => {
        const parentIndex = parent % (index + 1);
        return node(`${index}`, parentIndex === index ? null : `${parentIndex}`);
      });
      const combined: string[] = [];
      const folded = foldHierarchy(nodes.toReversed(), ({ id }, below: readonly string[]) => {
        combined.push(id);
        const children = nodes.filter(({ parentId }) => parentId === id).map((child) => child.id);
        expect(below.toSorted()).toEqual(children.toSorted());
        return id;
      });
      expect(folded.ok).toBe(true);
      expect(combined.toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
    }),
  );
});
