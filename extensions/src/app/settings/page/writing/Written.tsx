import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { WritesView } from '../../contract/index.ts';

/** What Sideline wrote: each property, on how many deals, and when last. */
export function Written({ properties }: { properties: WritesView['properties'] }) {
  return (
    <Flex direction="column" gap="sm">
      <Heading>What Sideline wrote</Heading>
      <Table density="condensed">
        <TableHead>
          <TableRow>
            <TableHeader>Property</TableHeader>
            <TableHeader align="right">Deals</TableHeader>
            <TableHeader width="min">Last written</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {properties.map(({ name, label, description, deals, lastWriteLabel }) => (
            <TableRow key={name}>
              <TableCell width="max">
                <Flex direction="column" gap="flush">
                  <Text format={{ fontWeight: 'demibold' }}>{label}</Text>
                  <Text variant="microcopy">{description}</Text>
                </Flex>
              </TableCell>
              <TableCell align="right">{deals.toLocaleString('en')}</TableCell>
              <TableCell width="min">{lastWriteLabel ?? 'not yet'}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Flex>
  );
}
