import { groupByTeam } from '../../../../src/sandbox/page/shell/group-by-team.ts';
import { inventedSession } from '../invented-portal.ts';

test('keeps the order of teams and members, and puts people without a team last', () => {
  const [withTeam, without] = [inventedSession.people.slice(0, 6), inventedSession.people.slice(-1)];
  const groups = groupByTeam([...without, ...withTeam]);
  expect(groups.map(([team, members]) => [team, members.map(({ name }) => name)])).toEqual([
    ['Central', ['Ana Ruiz', 'Ben Okafor', 'Chloe Martin', 'Maria Lang']],
    ['North', ['Devon Clarke', 'Eline de Vries']],
    ['No team', ['Sofia Berg']],
  ]);
});
