import type { HomeTeamRow } from '../../contract/index.ts';
import type { GroupSummary, Overview, PersonSummary } from '../team/index.ts';
import { describeGroupRow, describePersonRow } from './describe-row.ts';

/** Everybody together first, then each team with its people, best attainment first, and last those in no team. */
export function arrangeRows({ groups, teamless }: Overview, whose: string): HomeTeamRow[] {
  const people = (members: readonly PersonSummary[], depth: number) =>
    members.toSorted(byStanding).map((person) => describePersonRow(person, depth));
  const [everybody, ...teams] = groups;
  const rowsOf = (group: GroupSummary) => [
    describeGroupRow(group, group.name),
    ...people(group.members, group.depth + 1),
  ];
  // One person alone needs no line above theirs that says the same.
  const isAlone = everybody?.ownerIds.length === 1;
  if (isAlone) return people([...teams.flatMap(({ members }) => members), ...teamless], 0);
  return [
    ...(everybody ? [describeGroupRow(everybody, whose)] : []),
    ...teams.flatMap(rowsOf),
    ...people(teamless, 1),
  ];
}

function byStanding(left: PersonSummary, right: PersonSummary): number {
  const attained = (person: PersonSummary) => {
    const { standing } = person.standing.attainment;
    return standing.ok
      ? Number(standing.value.attainment.numerator) / Number(standing.value.attainment.denominator)
      : -Infinity;
  };
  const difference = attained(right) - attained(left);
  return Number.isNaN(difference) || difference === 0
    ? left.name.localeCompare(right.name, 'en')
    : difference;
}
