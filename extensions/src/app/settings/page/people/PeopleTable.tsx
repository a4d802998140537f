import {
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Tag,
  Text,
} from '@hubspot/ui-extensions';
import type { PeopleView, SettledPerson } from '../../contract/index.ts';
import { showDay } from '../show-day.ts';
import { EditPerson } from './EditPerson.tsx';

/** One row a person: team, manager, dates and ramp. */
export function PeopleTable({ view, onSaved }: { view: PeopleView; onSaved: () => void }) {
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Name</TableHeader>
          <TableHeader>Team</TableHeader>
          <TableHeader>Reports to</TableHeader>
          <TableHeader>Dates</TableHeader>
          <TableHeader>Ramp</TableHeader>
          <TableHeader width="min"> </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {view.people.map((person) => (
          <TableRow key={person.ownerId}>
            <TableCell>
              <Flex direction="column" gap="flush">
                <Flex gap="xs" align="center" wrap>
                  <Text format={{ fontWeight: 'demibold' }}>{person.name}</Text>
                  {!person.isActive && <Tag>Left</Tag>}
                </Flex>
                <Text variant="microcopy">{person.email}</Text>
              </Flex>
            </TableCell>
            <TableCell>{person.teamName ?? 'No team'}</TableCell>
            <TableCell>{describeManager(person)}</TableCell>
            <TableCell>{describeDates(person)}</TableCell>
            <TableCell>{person.rampMonths === 0 ? 'None' : `${person.rampMonths} months`}</TableCell>
            <TableCell width="min">
              <EditPerson person={person} teams={view.teams} managers={view.managers} onSaved={onSaved} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function describeManager({ managerName, suggestedManagerName }: SettledPerson): string {
  if (managerName !== null) return managerName;
  return suggestedManagerName === null ? 'Nobody' : `Nobody. Suggested: ${suggestedManagerName}`;
}

function describeDates({ startsOn, endsOn }: SettledPerson): string {
  const parts = [
    ...(startsOn === null ? [] : [`from ${showDay(startsOn)}`]),
    ...(endsOn === null ? [] : [`to ${showDay(endsOn)}`]),
  ];
  return parts.length === 0 ? 'Whole time' : parts.join(' ');
}
