import fc from 'fast-check';
import type { PersonChange } from '../../../src/contract/index.ts';
import { compareVisibility } from '../../../src/domains/settings/people/compare-visibility.ts';
import { planPeopleChanges } from '../../../src/domains/settings/people/plan-people-changes.ts';
import { suggestManagers } from '../../../src/domains/settings/people/suggest-managers.ts';

const person = (ownerId: string, managerId: string | null = null, change: object = {}) => ({
  ownerId,
  userId: `u${ownerId}`,
  name: `Person ${ownerId}`,
  email: `${ownerId}@example.com`,
  archived: false,
  teamId: null as string | null,
  managerId,
  startsOn: null as string | null,
  endsOn: null,
  rampMonths: 0,
  ...change,
});
const known = {
  people: [person('1'), person('2', '1'), person('3', '2'), person('4', null, { archived: true })],
  settings: [
    { ownerId: '2', teamId: null, managerId: '1', startsOn: '2026-10-01', endsOn: null, rampMonths: 3 },
    { ownerId: '3', teamId: null, managerId: '2', startsOn: null, endsOn: null, rampMonths: 0 },
  ],
  teams: [{ id: '10', name: 'North' }],
};

describe('changes of people', () => {
  test.each<[string, PersonChange[], string]>([
    ['somebody unknown', [{ ownerId: '9', rampMonths: 0 }], 'changes.0.ownerId'],
    ['the same person twice', [{ ownerId: '2' }, { ownerId: '2' }], 'changes.1.ownerId'],
    ['themselves as manager', [{ ownerId: '2', managerId: '2' }], 'changes.0.managerId'],
    ['a manager who has left', [{ ownerId: '2', managerId: '4' }], 'changes.0.managerId'],
    ['an unknown manager', [{ ownerId: '2', managerId: '9' }], 'changes.0.managerId'],
    ['a team that is none', [{ ownerId: '2', teamId: '99' }], 'changes.0.teamId'],
    ['an end before the start', [{ ownerId: '2', endsOn: '2026-09-30' }], 'changes.0.endsOn'],
    ['a ramp without a first day', [{ ownerId: '3', rampMonths: 3 }], 'changes.0.startsOn'],
    ['a loop over two steps', [{ ownerId: '1', managerId: '3' }], 'changes.0.managerId'],
    [
      'a loop made by two changes',
      [
        { ownerId: '1', managerId: '2' },
        { ownerId: '3', managerId: null },
      ],
      'changes.0.managerId',
    ],
  ])('are refused for %s, with the field', (_what, changes, field) => {
    expect(planPeopleChanges(changes, known)).toMatchObject({ ok: false, failure: { field } });
  });

  test('leave alone what is not named, and say what they do', () => {
    const planned = planPeopleChanges([{ ownerId: '2', endsOn: '2026-12-31', teamId: '10' }], known);
    if (!planned.ok) throw new Error(planned.failure.message);
    expect(planned.value.rows).toEqual([
      {
        ownerId: '2',
        teamId: '10',
        managerId: '1',
        startsOn: '2026-10-01',
        endsOn: '2026-12-31',
        rampMonths: 3,
      },
    ]);
    expect(planned.value.sentences).toContain('Person 2 leaves on 2026-12-31.');
  });

  test('may swap a manager and a report, which one after the other would be a loop', () => {
    const swap = [
      { ownerId: '1', managerId: '2' },
      { ownerId: '2', managerId: null },
    ];
    expect(planPeopleChanges(swap, known).ok).toBe(true);
  });

  test('never leave anybody above themselves, whatever is asked', () => {
    const id = fc.constantFrom('1', '2', '3');
    const change = fc.record({ ownerId: id, managerId: fc.option(id) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const planned = planPeopleChanges(changes, known);
        if (!planned.ok) return;
        const { managerOf } = planned.value;
        for (const start of managerOf.keys()) {
          let [each, steps] = [managerOf.get(start) ?? null, 0];
          while (each !== null && steps < 10) [each, steps] = [managerOf.get(each) ?? null, steps + 1];
          expect(steps).toBeLessThan(10);
        }
      }),
    );
  });
});

test('a new manager gains everybody below, and those above gain with them', () => {
  const before = new Map([
    ['ana', null],
    ['ben', 'ana'],
    ['cleo', null],
    ['dan', 'cleo'],
  ]);
  const after = new Map([...before, ['cleo', 'ben']] as [string, string | null][]);
  expect(compareVisibility(before, after)).toEqual({
    gained: [
      { viewerId: 'ben', subjectIds: ['cleo', 'dan'] },
      { viewerId: 'ana', subjectIds: ['cleo', 'dan'] },
    ],
    lost: [],
  });
  expect(compareVisibility(after, before).lost).toEqual([
    { viewerId: 'ben', subjectIds: ['cleo', 'dan'] },
    { viewerId: 'ana', subjectIds: ['cleo', 'dan'] },
  ]);
});

describe('a manager is suggested', () => {
  const teams = [
    { id: 'top', parentId: null },
    { id: 'mid', parentId: 'top' },
    { id: 'low', parentId: 'mid' },
  ];
  const member = (ownerId: string, teamId: string, change: object = {}) => ({
    ownerId,
    teamId,
    managerId: null as string | null,
    archived: false,
    ...change,
  });

  test.each<[string, ReturnType<typeof member>[], [string, string][]]>([
    ['where the team above has one member', [member('a', 'mid'), member('b', 'top')], [['a', 'b']]],
    [
      'by the next team above where the nearest is empty',
      [member('a', 'low'), member('b', 'top')],
      [['a', 'b']],
    ],
    ['not where the team above has two', [member('a', 'mid'), member('b', 'top'), member('c', 'top')], []],
    [
      'not where there is a manager already',
      [member('a', 'mid', { managerId: 'x' }), member('b', 'top')],
      [],
    ],
    [
      'not for those who left, nor from them',
      [member('a', 'mid', { archived: true }), member('c', 'low'), member('b', 'top', { archived: true })],
      [],
    ],
  ])('%s', (_what, people, expected) => {
    expect([...suggestManagers(people, teams)]).toEqual(expected);
  });

  test('and teams that run in a circle suggest nobody', () => {
    const circle = [
      { id: 'x', parentId: 'y' },
      { id: 'y', parentId: 'x' },
    ];
    expect([...suggestManagers([member('a', 'x')], circle)]).toEqual([]);
  });
});
