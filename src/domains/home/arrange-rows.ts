import type { HomeTeamRow } from '../../contract/index.ts';
import { compareRatios, type Ratio } from '../../kernel/ratio.ts';
import type { GroupSummary, Overview, PersonSummary } from '../team/index.ts';
import { describeGroupRow, describePersonRow } from './describe-row.ts';

/** Everybody together first, then each team with its people, best attainment first, and last those in no team. */
export function arrangeRows({ groups, people: everyone, teamless }: Overview, whose: string): HomeTeamRow[] {
  const people = (members: readonly PersonSummary[], depth: number) =>
    members.toSorted(byStanding).map((person) => describePersonRow(person, depth));
  const [everybody, ...teams] = groups;
  const rowsOf = (group: GroupSummary) => [
    describeGroupRow(group, group.name),
    ...people(group.members, group.depth + 1),
  ];
  // One person alone needs no line above theirs that says the same.
  if (everyone.length === 1) return people(everyone, 0);
  return [
    ...(everybody ? [describeGroupRow(everybody, whose)] : []),
    ...teams.flatMap(rowsOf),
    ...people(teamless, 1),
  ];
}

function byStanding(left: PersonSummary, right: PersonSummary): number {
  const [one, other] = [attainmentOf(left), attainmentOf(right)];
  const difference = one && other ? compareRatios(other, one) : Number(one === null) - Number(other === null);
  return difference || left.name.localeCompare(right.name, 'en');
}

function attainmentOf({ standing }: PersonSummary): Ratio | null {
  const measured = standing.attainment.standing;
  return measured.ok ? measured.value.attainment : null;
}
