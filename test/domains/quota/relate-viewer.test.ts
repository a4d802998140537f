import fc from 'fast-check';
import { relateViewer } from '../../../src/domains/quota/relate-viewer.ts';

/** Ana and Ben report to Maria, Cleo to Nora, Maria and Nora to Dora. */
const managerOf = new Map([
  ['ana', 'maria'],
  ['ben', 'maria'],
  ['cleo', 'nora'],
  ['maria', 'dora'],
  ['nora', 'dora'],
  ['dora', null],
]);

const relate = (
  viewerId: string | null,
  {
    ownerId = 'ana',
    splitOwnerIds = [] as string[],
    isOps = false,
  }: { ownerId?: string | null; splitOwnerIds?: string[]; isOps?: boolean } = {},
) => relateViewer({ viewerId, isOps, ownerId, splitOwnerIds, managerOf });

const colleague = { viewer: 'colleague' };
const manager = (subjectId: string) => ({ viewer: 'manager', subjectId });

test.each([
  ['its owner', relate('ana'), { viewer: 'owner', subjectId: 'ana' }],
  ["the owner's manager", relate('maria'), manager('ana')],
  ["the manager's manager", relate('dora'), manager('ana')],
  ['a manager of others', relate('nora'), colleague],
  ['a colleague of the same team', relate('ben'), colleague],
  ['somebody who owns nothing', relate(null), colleague],
  ['ops, who own nothing', relate(null, { isOps: true }), manager('ana')],
  ['ops, who own it', relate('ana', { isOps: true }), { viewer: 'owner', subjectId: 'ana' }],
  [
    'a split partner',
    relate('cleo', { splitOwnerIds: ['ana', 'cleo'] }),
    { viewer: 'splitPartner', subjectId: 'cleo' },
  ],
  [
    'an owner who shares it',
    relate('ana', { splitOwnerIds: ['ana', 'cleo'] }),
    { viewer: 'owner', subjectId: 'ana' },
  ],
  [
    "a partner's manager: that partner only",
    relate('nora', { splitOwnerIds: ['ana', 'cleo'] }),
    manager('cleo'),
  ],
  ['a manager of both: the owner', relate('dora', { splitOwnerIds: ['cleo', 'ana'] }), manager('ana')],
  ['a manager on a deal that nobody owns', relate('maria', { ownerId: null }), colleague],
  ['ops on a deal that nobody owns', relate(null, { ownerId: null, isOps: true }), colleague],
  ['nobody on a deal that nobody owns', relate(null, { ownerId: null }), colleague],
  ['the report on the manager’s deal', relate('ana', { ownerId: 'maria' }), colleague],
  ['a deal of somebody who has left the directory', relate('maria', { ownerId: 'gone' }), colleague],
])('%s', (_case, relation, expected) => {
  expect(relation).toEqual(expected);
});

test('a loop of managers ends the walk and makes nobody their own manager', () => {
  const looped = new Map([['ana', 'ben'], ['ben', 'cleo'], ['cleo', 'ben']]); // prettier-ignore
  const ask = (viewerId: string) =>
    relateViewer({ viewerId, isOps: false, ownerId: 'ana', splitOwnerIds: [], managerOf: looped });
  expect(ask('cleo')).toEqual(manager('ana'));
  expect(ask('dora')).toEqual(colleague);
});

test('whoever sees figures is credited, above somebody who is, or ops', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const hierarchy = fc.dictionary(name, fc.option(name)).map((table) => new Map(Object.entries(table)));
  fc.assert(
    fc.property(
      name,
      name,
      fc.array(name, { maxLength: 2 }),
      hierarchy,
      (viewerId, ownerId, splits, above) => {
        const relation = relateViewer({
          viewerId,
          isOps: false,
          ownerId,
          splitOwnerIds: splits,
          managerOf: above,
        });
        if (relation.viewer === 'colleague') return;
        expect([ownerId, ...splits]).toContain(relation.subjectId);
        const chain: string[] = [];
        for (let next: string | null = relation.subjectId; next !== null && !chain.includes(next);) {
          chain.push(next);
          next = above.get(next) ?? null;
        }
        expect(chain).toContain(viewerId);
      },
    ),
  );
});
