import { matchPeople, type PersonLine } from '../../../src/domains/quota/match-people.ts';

const owners = [
  { id: '1', email: 'ana@acme.example', name: 'Ana Ruiz', archived: false },
  { id: '2', email: 'maria@acme.example', name: 'Maria Lang', archived: false },
  { id: '3', email: 'ana@acme.example', name: 'Ana Ruiz', archived: true },
];
const teams = [{ id: '70', name: 'DACH Mid-market' }];
const known = { owners, teams, managerOf: new Map<string, string | null>() };
const line = (changes: Partial<PersonLine> = {}): PersonLine => ({
  line: 2,
  email: 'ana@acme.example',
  team: null,
  manager: null,
  start: null,
  end: null,
  rampMonths: null,
  ...changes,
});

test('a person is found by address in any case, before a former colleague of the same name', () => {
  const { people, unmatched } = matchPeople([line({ email: ' ANA@acme.example' })], known);
  expect(people).toEqual([
    { ownerId: '1', teamId: null, managerId: null, startsOn: null, endsOn: null, rampMonths: 0 },
  ]);
  expect(unmatched).toEqual([]);
});

test('a manager is found by name or by address', () => {
  for (const manager of ['Maria Lang', 'maria@acme.example']) {
    expect(matchPeople([line({ manager })], known).people[0]?.managerId).toBe('2');
  }
});

test('a team that the portal has is taken, another is made once', () => {
  const lines = [
    line({ team: 'dach mid-market' }),
    line({ team: 'Nordics', line: 3 }),
    line({ team: 'nordics' }),
  ];
  const { people, newTeams } = matchPeople(lines, known);
  expect(people.map(({ teamId }) => teamId)).toEqual(['70', 'file nordics', 'file nordics']);
  expect(newTeams).toEqual([{ id: 'file nordics', name: 'Nordics' }]);
});

test('whom nobody knows is reported with the field; an unknown manager costs only the manager', () => {
  const lines = [line({ email: 'nobody@acme.example' }), line({ line: 3, manager: 'Jo' })];
  const { people, unmatched } = matchPeople(lines, known);
  expect(people).toHaveLength(1);
  expect(unmatched).toEqual([
    { line: 2, reason: 'email: HubSpot has no owner with the address nobody@acme.example' },
    { line: 3, reason: 'manager: HubSpot has no owner called Jo' },
  ]);
});

test('two people of one name are told apart by nobody: reported, not guessed', () => {
  const twins = [...owners, { id: '4', email: 'm2@acme.example', name: 'Maria Lang', archived: false }];
  const { people, unmatched } = matchPeople([line({ manager: 'Maria Lang' })], { ...known, owners: twins });
  expect(people[0]?.managerId).toBeNull();
  expect(unmatched[0]?.reason).toBe('manager: HubSpot has more than one owner called Maria Lang');
  expect(
    matchPeople([line({ manager: 'maria@acme.example' })], { ...known, owners: twins }).people[0]?.managerId,
  ).toBe('2');
});

test.each([
  [
    'in the file',
    [line({ manager: 'Maria Lang' }), line({ line: 3, email: 'maria@acme.example', manager: 'Ana Ruiz' })],
    [],
  ],
  ['with what is known', [line({ line: 3, email: 'maria@acme.example', manager: 'Ana Ruiz' })], [['1', '2']]],
  ['with oneself', [line({ line: 3, manager: 'Ana Ruiz' })], []],
] as const)('nobody can stand above themselves: %s', (_where, lines, managers) => {
  const { people, unmatched } = matchPeople(lines, { ...known, managerOf: new Map(managers) });
  expect(people.at(-1)?.managerId).toBeNull();
  expect(unmatched).toEqual([
    { line: 3, reason: expect.stringContaining('nobody can be above themselves') as string },
  ]);
});
