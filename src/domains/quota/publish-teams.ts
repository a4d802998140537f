import { choosePublishedGroups } from './choose-published-groups.ts';
import type { PublishedTeam } from './describe-quota-properties.ts';
import { listPersonNodes, listTeamNodes, type TeamMember, type TeamPlace } from './list-nodes.ts';
import { rollUpAttainment } from './roll-up-attainment.ts';

/**
 * For each person the team whose figures their deals may show, or none: the smallest published one above them. A loop
 * in the hierarchy publishes nothing until ops has mended it.
 */
export function publishTeams(
  teams: readonly TeamPlace[],
  members: readonly TeamMember[],
  currency: string,
): ReadonlyMap<string, PublishedTeam> {
  const teamNodes = listTeamNodes(teams, currency);
  const people = listPersonNodes(members);
  const rolled = rollUpAttainment([...people, ...teamNodes], currency);
  const shown = choosePublishedGroups(
    teamNodes.map((node) => ({
      ...node,
      carrierIds: people
        .filter((person) => person.parentId === node.id && person.quota !== null && person.quota.minor > 0)
        .map((person) => person.id),
    })),
  );
  if (!rolled.ok || !shown.ok) return new Map();

  const figures = new Map<string, PublishedTeam>();
  for (const group of new Set(shown.value.values())) {
    const standing = group === null ? null : rolled.value.get(group)?.standing;
    if (group === null || !standing?.ok) continue;
    figures.set(group, { standing: standing.value, memberIds: listMembers(group, teamNodes, people) });
  }
  return new Map(
    people.flatMap((person) => {
      const figure = figures.get(shown.value.get(person.parentId ?? '') ?? '');
      return figure ? [[person.id, figure]] : [];
    }),
  );
}

/** Everybody in a team and in the teams below it. */
function listMembers(
  groupId: string,
  teams: readonly { readonly id: string; readonly parentId: string | null }[],
  people: readonly { readonly id: string; readonly parentId: string | null }[],
): ReadonlySet<string> {
  const inside = new Set([groupId]);
  for (let before = 0; inside.size > before;) {
    before = inside.size;
    for (const team of teams) if (team.parentId !== null && inside.has(team.parentId)) inside.add(team.id);
  }
  return new Set(
    people
      .filter((person) => person.parentId !== null && inside.has(person.parentId))
      .map((person) => person.id),
  );
}
