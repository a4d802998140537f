import fc from 'fast-check';
import { findEndAbove, managersAbove, type Reports } from '../../../../src/domains/quota/index.ts';

const day = (number: number) => new Date(Date.UTC(2026, 10, number));

/** Who reports to whom: the manager of today, and who it was until which day. */
const reports = (
  people: Record<string, readonly [string | null, ...(readonly [string | null, number])[]]>,
): Reports =>
  new Map(
    Object.entries(people).map(([id, [managerId, ...former]]) => [
      id,
      {
        managerId,
        since: day(former.at(-1)?.[1] ?? 1),
        former: former.map(([each, until]) => ({ managerId: each, until: day(until) })),
      },
    ]),
  );

test.each<[string, Reports, Date | null]>([
  ['the manager of today', reports({ ana: ['maria'] }), null],
  ['the manager of the manager', reports({ ana: ['lea'], lea: ['maria'] }), null],
  ['somebody who came back', reports({ ana: ['maria', ['maria', 12], ['zoe', 14]] }), null],
  ['a manager who was followed by one', reports({ ana: ['zoe', ['maria', 13]] }), day(13)],
  [
    'a manager who was followed by two: the first change counts',
    reports({ ana: ['ben', ['maria', 12], ['zoe', 14]] }),
    day(12),
  ],
  [
    'a manager whose time began later than that',
    reports({ ana: ['zoe', ['lea', 11], ['maria', 13]] }),
    day(10),
  ],
  [
    'a director whose manager left them, and then the rep the manager',
    reports({ ana: ['zoe', ['lea', 15]], lea: ['ben', ['maria', 12]] }),
    day(12),
  ],
  [
    'a director under whom the rep changed managers before leaving',
    reports({ ana: ['zoe', ['lea', 12], ['dan', 16]], lea: ['maria'], dan: ['maria'] }),
    day(16),
  ],
  [
    'a change above the one asked about, which tells nothing of them',
    reports({ ana: ['zoe', ['maria', 16]], maria: ['eva', ['top', 12]] }),
    day(16),
  ],
  ['somebody who never was', reports({ ana: ['zoe'] }), day(10)],
  ['people of whom nobody said anything', reports({}), day(10)],
])('%s', (_what, hierarchy, end) => {
  expect(findEndAbove('maria', 'ana', day(10), hierarchy)).toEqual(end);
});

test('however people are moved about, it is the first day on which the manager does not stand above', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const move = fc.record({ who: fc.nat(4), to: fc.option(fc.nat(4)) });
  fc.assert(
    fc.property(fc.array(move, { minLength: 1, maxLength: 12 }), fc.nat(12), (moves, asked) => {
      const managers = new Map<string, string | null>(names.map((name) => [name, null]));
      const people = new Map(
        names.map((name) => [
          name,
          { since: day(0), former: [] as { managerId: string | null; until: Date }[] },
        ]),
      );
      const standsOn: boolean[] = [];
      for (const [index, { who, to }] of moves.entries()) {
        const [name, next] = [names[who] ?? '', to === null ? null : (names[to] ?? null)];
        const before = managers.get(name) ?? null;
        standsOn.push(managersAbove('a', managers).has('b'));
        if (before === next) continue;
        people.get(name)?.former.push({ managerId: before, until: day(index + 1) });
        managers.set(name, next);
      }
      standsOn.push(managersAbove('a', managers).has('b'));
      const hierarchy: Reports = new Map(
        [...people].map(([name, rest]) => [name, { managerId: managers.get(name) ?? null, ...rest }]),
      );
      const at = Math.min(asked, moves.length);
      const first = standsOn.findIndex((stands, index) => index >= at && !stands);
      const expected = standsOn.at(-1) ? null : day(first);
      expect(findEndAbove('b', 'a', day(at), hierarchy)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
