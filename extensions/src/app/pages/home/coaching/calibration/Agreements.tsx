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
import type { CalibrationView } from '../../../contract/index.ts';

/** How far any two managers agree, with what it rests on. */
export function Agreements({ agreements }: { agreements: CalibrationView['agreements'] }) {
  return (
    <Flex direction="column" gap="xs">
      <Text format={{ fontWeight: 'demibold' }}>Agreement</Text>
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Who</TableHeader>
            <TableHeader>Rubric</TableHeader>
            <TableHeader>Weighted kappa</TableHeader>
            <TableHeader>From</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {agreements.map(({ who, rubricName, kappa, basis }) => (
            <TableRow key={`${who} ${rubricName} ${basis}`}>
              <TableCell>{who}</TableCell>
              <TableCell>{rubricName}</TableCell>
              <TableCell>{kappa ?? '–'}</TableCell>
              <TableCell>{basis}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      <Text variant="microcopy">
        1 is full agreement, 0 what chance alone would give, below 0 less than that.
      </Text>
    </Flex>
  );
}
