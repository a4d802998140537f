import fc from 'fast-check';
import { choosePublishedGroups } from '../../../src/domains/quota/choose-published-groups.ts';
import type { Group } from '../../../src/domains/quota/choose-published-groups.ts';
import { err } from '../../../src/kernel/result.ts';

const group = (id: string, parentId: string | null, carriers: number): Group => ({
  id,
  parentId,
  carrierIds: Array.from({ length: carriers }, (_, index) => `${id} ${index}`),
});

function shownBy(groups: readonly Group[]): Record<string, string | null> {
  const chosen = choosePublishedGroups(groups);
  if (!chosen.ok) throw new Error('the groups have no loop');
  return Object.fromEntries(chosen.value);
}

test.each<[string, Group[], Record<string, string | null>]>([
  ['four carriers show their team', [group('a', null, 4)], { a: 'a' }],
  ['three show nothing', [group('a', null, 3)], { a: null }],
  [
    'three show the next level, when it holds four with others',
    [group('all', null, 1), group('a', 'all', 3), group('b', 'all', 5)],
    { all: 'all', a: 'all', b: 'b' },
  ],
  [
    'three show nothing, when the next level less its other team is only them',
    [group('all', null, 0), group('a', 'all', 3), group('b', 'all', 5)],
    { all: null, a: null, b: 'b' },
  ],
  [
    'two small teams together show the next level',
    [group('all', null, 0), group('a', 'all', 2), group('b', 'all', 2)],
    { all: 'all', a: 'all', b: 'all' },
  ],
  [
    'a level that only repeats its teams may be shown',
    [group('all', null, 0), group('a', 'all', 4), group('b', 'all', 5)],
    { all: 'all', a: 'a', b: 'b' },
  ],
  [
    'a team without carriers shows the next level',
    [group('all', null, 4), group('a', 'all', 0)],
    { all: 'all', a: 'all' },
  ],
  [
    'the level after the next',
    [group('all', null, 4), group('half', 'all', 1), group('a', 'half', 2)],
    { all: 'all', half: 'all', a: 'all' },
  ],
  ['no carriers anywhere', [group('all', null, 0), group('a', 'all', 0)], { all: null, a: null }],
  ['a parent that is not in the list', [group('a', 'gone', 3), group('b', 'gone', 4)], { a: null, b: 'b' }],
])('%s', (_case, groups, expected) => {
  expect(shownBy(groups)).toEqual(expected);
});

test('loops are refused', () => {
  expect(choosePublishedGroups([group('a', 'b', 4), group('b', 'a', 4)])).toEqual(
    err({ kind: 'cycle', ids: ['a', 'b'] }),
  );
});

const anyTree = fc
  .array(fc.record({ parent: fc.nat(), carriers: fc.nat(6) }), { minLength: 1, maxLength: 6 })
  .map((drawn) =>
    drawn.map(({ parent, carriers }, index) => {
      const parentIndex = parent % (index + 1);
      return group(`g${index}`, parentIndex === index ? null : `g${parentIndex}`, carriers);
    }),
  );

/** Everybody who carries a quota in a group or below it. */
function carriersWithin(groups: readonly Group[], id: string): string[] {
  const own = groups.find((each) => each.id === id)!.carrierIds;
  const below = groups.filter(({ parentId }) => parentId === id);
  return [...own, ...below.flatMap((child) => carriersWithin(groups, child.id))];
}

test('no combination of published sums speaks of one, two or three people', () => {
  fc.assert(
    fc.property(anyTree, (groups) => {
      const published = [...new Set(Object.values(shownBy(groups)))].filter((id) => id !== null);
      const everybody = groups.flatMap(({ carrierIds }) => carrierIds);
      const sums = published.map((id) => {
        const within = new Set(carriersWithin(groups, id));
        return everybody.map((person) => (within.has(person) ? 1 : 0));
      });
      const full = rankOf(sums);
      for (const few of subsetsUpTo(3, everybody.length)) {
        // A combination that is zero for everybody but these few would vanish with their columns: the rank would fall.
        const others = sums.map((row) => row.filter((_, column) => !few.includes(column)));
        expect(rankOf(others)).toBe(full);
      }
    }),
    { numRuns: 60 },
  );
});

test('what a deal shows is its owner’s group or one above it, with at least four carriers', () => {
  fc.assert(
    fc.property(anyTree, (groups) => {
      for (const [id, shown] of Object.entries(shownBy(groups))) {
        if (shown === null) continue;
        expect(pathUp(groups, id)).toContain(shown);
        expect(carriersWithin(groups, shown).length).toBeGreaterThanOrEqual(4);
      }
    }),
  );
});

test('a team of four or more that has no teams below always shows itself', () => {
  fc.assert(
    fc.property(anyTree, (groups) => {
      const shown = shownBy(groups);
      const leaves = groups.filter(({ id }) => !groups.some(({ parentId }) => parentId === id));
      for (const { id, carrierIds } of leaves) {
        if (carrierIds.length >= 4) expect(shown[id]).toBe(id);
      }
    }),
  );
});

function pathUp(groups: readonly Group[], id: string): string[] {
  const parentId = groups.find((each) => each.id === id)!.parentId;
  return [id, ...(parentId === null ? [] : pathUp(groups, parentId))];
}

function subsetsUpTo(size: number, count: number, from = 0): number[][] {
  if (size === 0) return [];
  return Array.from({ length: count - from }, (_, index) => from + index).flatMap((first) => [
    [first],
    ...subsetsUpTo(size - 1, count, first + 1).map((rest) => [first, ...rest]),
  ]);
}

/** By elimination modulo a prime: the matrices are of noughts and ones and small, so no determinant reaches it. */
function rankOf(matrix: readonly (readonly number[])[]): number {
  const prime = 1_000_003;
  const rows = matrix.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, index) => index >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    const top = rows[rank]!;
    for (const row of rows.slice(rank + 1)) {
      const [factor, scale] = [row[column]!, top[column]!];
      row.forEach((value, index) => {
        row[index] = (((value * scale - top[index]! * factor) % prime) + prime) % prime;
      });
    }
    rank += 1;
  }
  return rank;
}
