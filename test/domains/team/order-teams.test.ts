import { orderTeams } from '../../../src/domains/team/order-teams.ts';

const team = (id: string, name: string, parentId: string | null = null) => ({ id, name, parentId });

test('teams stand before the teams below them, by name, with their depth', () => {
  const teams = [
    team('3', 'Nordics', '1'),
    team('2', 'DACH', '1'),
    team('1', 'Europe'),
    team('4', 'Americas'),
  ];
  expect(orderTeams(teams).map(({ team: { name }, depth }) => `${depth} ${name}`)).toEqual([
    '1 Americas',
    '1 Europe',
    '2 DACH',
    '2 Nordics',
  ]);
});

test('a team whose parent is gone stands at the top', () => {
  expect(orderTeams([team('2', 'DACH', '1')])).toMatchObject([{ depth: 1 }]);
});

test('teams in a loop have no place', () => {
  expect(orderTeams([team('1', 'A', '2'), team('2', 'B', '1'), team('3', 'C')])).toMatchObject([
    { team: { name: 'C' } },
  ]);
});
