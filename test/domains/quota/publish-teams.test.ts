import { measurePerson } from '../../../src/domains/quota/measure-person.ts';
import type { TeamMember } from '../../../src/domains/quota/list-nodes.ts';
import { publishTeams } from '../../../src/domains/quota/publish-teams.ts';
import { berlin, credit, eur, q4 } from './examples.ts';

/** Numbers as in HubSpot, where a team and a person may have the same one. */
const teams = [
  { id: '1', parentId: null },
  { id: '11', parentId: '1' },
  { id: '12', parentId: '1' },
];

function member(
  ownerId: string,
  teamId: string | null,
  [credited, quota]: [number, number | null],
): TeamMember {
  const quotas =
    quota === null
      ? []
      : [{ pipelineIds: null, periodKey: '2026-Q4', amount: eur(quota), source: 'typed' as const }];
  return {
    ownerId,
    teamId,
    standing: measurePerson({
      employment: { startDate: null, endDate: null, rampMonths: 0 },
      quotas,
      credits: [credit({ ownerId, amount: eur(credited) })],
      exclusions: [],
      uncountedPipelineIds: [],
      calendar: berlin,
      period: q4,
      currency: 'EUR',
    }),
  };
}

const north = ['11', '12', '13', '14'].map((id) => member(id, '11', [50_000, 100_000]));
const publish = (...members: TeamMember[]) => publishTeams(teams, members, 'EUR');

test('four carriers make a figure, which everybody in the team shows', () => {
  const shown = publish(...north, member('15', '11', [10_000, null]));
  expect([...shown.keys()]).toEqual(['11', '12', '13', '14', '15']);
  // 200,000 of 400,000: the fifth carries no quota, so their credit is no part of it.
  expect(shown.get('15')?.standing).toMatchObject({ credited: eur(200_000), quota: eur(400_000) });
  expect(shown.get('11')?.memberIds).toEqual(new Set(['11', '12', '13', '14', '15']));
});

test('three carriers make none, and neither do three beside four that are published', () => {
  const south = ['21', '22', '23'].map((id) => member(id, '12', [10_000, 50_000]));
  expect(publish(...south).size).toBe(0);
  const shown = publish(...north, ...south);
  expect(shown.has('21')).toBe(false);
  expect(shown.get('11')?.standing.quota).toEqual(eur(400_000));
});

test('two small teams are published as the one above them', () => {
  const shown = publish(
    ...['11', '12'].map((id) => member(id, '11', [50_000, 100_000])),
    ...['21', '22'].map((id) => member(id, '12', [10_000, 50_000])),
  );
  expect(shown.get('21')).toBe(shown.get('11'));
  expect(shown.get('21')?.standing).toMatchObject({ credited: eur(120_000), quota: eur(300_000) });
  expect(shown.get('11')?.memberIds.size).toBe(4);
});

test('somebody in no team, or in one that HubSpot does not show, has none', () => {
  const shown = publish(...north, member('30', null, [1, 1]), member('31', '99', [1, 1]));
  expect(shown.has('30')).toBe(false);
  expect(shown.has('31')).toBe(false);
  expect(publishTeams([], north, 'EUR').size).toBe(0);
});

test('a loop of teams publishes nothing', () => {
  const loop = [{ id: '11', parentId: '12' }, { id: '12', parentId: '11' }]; // prettier-ignore
  expect(publishTeams(loop, north, 'EUR').size).toBe(0);
});

test('a quota of nothing makes no carrier', () => {
  const [first, ...others] = north;
  expect(first?.standing.quota.ok).toBe(true);
  expect(publish(...others, member('11', '11', [50_000, 0])).size).toBe(0);
});
