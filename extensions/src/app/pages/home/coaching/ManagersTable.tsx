import {
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { ManagerRow } from '../../contract/index.ts';

/** Managers as whoever is above them sees their coaching: dates and counts, and no word of it. */
export function ManagersTable({ managers }: { managers: readonly ManagerRow[] }) {
  return (
    <Table bordered density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Who</TableHeader>
          <TableHeader>1:1s</TableHeader>
          <TableHeader>Promises</TableHeader>
          <TableHeader>Time, a quarter later</TableHeader>
          <TableHeader>Scores</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {managers.map(({ ownerId, name, coverage, overdue, completion, time, drift }) => (
          <TableRow key={ownerId}>
            <TableCell>{name}</TableCell>
            <TableCell>
              <Flex direction="column" gap="flush">
                <Text>{coverage}</Text>
                {overdue !== null && <Text variant="microcopy">{overdue}</Text>}
              </Flex>
            </TableCell>
            <TableCell>{completion ?? '–'}</TableCell>
            <TableCell>
              {time.map((line) => (
                <Text key={line} variant="microcopy">
                  {line}
                </Text>
              ))}
            </TableCell>
            <TableCell>{drift ?? '–'}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
