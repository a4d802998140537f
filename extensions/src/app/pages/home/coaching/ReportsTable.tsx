import {
  Button,
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
import type { ReportRow } from '../../contract/index.ts';
import { cadenceWords } from '../../shared/cadences.ts';
import type { Whose } from './meeting/Meeting.tsx';

interface ReportsTableProps {
  reports: readonly ReportRow[];
  onOpen: (whose: Whose) => void;
}

/** Whoever reports to the viewer, the most overdue first. */
export function ReportsTable({ reports, onOpen }: ReportsTableProps) {
  return (
    <Table bordered density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>Who</TableHeader>
          <TableHeader>Next 1:1</TableHeader>
          <TableHeader>Last held</TableHeader>
          <TableHeader>Actions kept</TableHeader>
          <TableHeader> </TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {reports.map(({ ownerId, name, next, isOverdue, lastHeld, cadence, completion }) => (
          <TableRow key={ownerId}>
            <TableCell>{name}</TableCell>
            <TableCell>
              <Flex direction="column" gap="flush">
                {isOverdue ? <Tag variant="warning">{next}</Tag> : <Text>{next}</Text>}
                <Text variant="microcopy">{cadenceWords[cadence]}</Text>
              </Flex>
            </TableCell>
            <TableCell>{lastHeld ?? 'Not yet'}</TableCell>
            <TableCell>{completion ?? '–'}</TableCell>
            <TableCell>
              <Button size="sm" onClick={() => onOpen({ kind: 'report', repId: ownerId })}>
                Prepare
              </Button>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
