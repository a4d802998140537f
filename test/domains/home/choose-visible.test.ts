import fc from 'fast-check';
import { chooseVisible } from '../../../src/domains/home/choose-visible.ts';

//   zoe ─ maria ─ ana, ben      olga owns no report
const managerOf = new Map([
  ['ana', 'maria'],
  ['ben', 'maria'],
  ['maria', 'zoe'],
  ['zoe', null],
  ['olga', null],
]);
const see = (viewerId: string | null, isOps = false) => chooseVisible({ viewerId, isOps, managerOf });

test.each([
  ['zoe', ['ana', 'ben', 'maria', 'zoe'], 3],
  ['maria', ['ana', 'ben', 'maria'], 2],
])('%s sees themselves and everybody below', (viewer, seen, below) => {
  const visible = see(viewer);
  expect(visible).toMatchObject({ kind: 'below', below });
  expect(visible.kind === 'below' && [...visible.ownerIds].sort()).toEqual(seen);
});

test('a rep sees themselves, ops everybody, a stranger nobody', () => {
  expect(see('ana')).toEqual({ kind: 'self', ownerIds: new Set(['ana']) });
  expect(see('olga')).toEqual({ kind: 'self', ownerIds: new Set(['olga']) });
  expect(see(null, true)).toEqual({ kind: 'everybody' });
  expect(see(null)).toEqual({ kind: 'nobody' });
});

test('whatever the hierarchy, loops too, nobody is seen who does not lead up to the viewer', () => {
  const owner = fc.integer({ min: 0, max: 9 }).map(String);
  fc.assert(
    fc.property(fc.dictionary(owner, fc.option(owner, { nil: null })), owner, (managers, viewer) => {
      const of = new Map(Object.entries(managers));
      const visible = chooseVisible({ viewerId: viewer, isOps: false, managerOf: of });
      if (visible.kind !== 'below') return true;
      return [...visible.ownerIds].every((ownerId) => {
        const chain = new Set<string>();
        for (let at: string | null = ownerId; at !== null && !chain.has(at); at = of.get(at) ?? null)
          chain.add(at);
        return chain.has(viewer);
      });
    }),
  );
});
