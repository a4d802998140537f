import {
  Button,
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
import { useState } from 'react';
import { dataQualityView, type DataCheckId } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';
import { GapDeals } from './GapDeals.tsx';

/** What is missing on deals, what it costs and how to close it; each gap opens to its deals. */
export function DataQuality() {
  const [opened, setOpened] = useState<DataCheckId>();
  return (
    <Loaded question={{ path: '/settings/data-quality', answer: dataQualityView }} label="Looking for gaps">
      {({ headline, checks }, { refresh }) => {
        const shown = checks.find(({ id }) => id === opened);
        return (
          <Flex direction="column" gap="md">
            <Flex justify="between" align="center" gap="sm" wrap>
              <Heading>{headline}</Heading>
              <Button size="small" onClick={refresh}>
                Look again
              </Button>
            </Flex>
            <Table density="condensed">
              <TableHead>
                <TableRow>
                  <TableHeader width="min">Gap</TableHeader>
                  <TableHeader align="right">Deals</TableHeader>
                  <TableHeader>What it costs, and how to close it</TableHeader>
                  <TableHeader width="min"> </TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {checks.map(({ id, title, deals, consequence, fix }) => (
                  <TableRow key={id}>
                    <TableCell width="min">
                      <Text format={{ fontWeight: deals > 0 ? 'demibold' : 'regular' }}>{title}</Text>
                    </TableCell>
                    <TableCell align="right">{deals.toLocaleString('en')}</TableCell>
                    <TableCell>{deals > 0 ? `${consequence} ${fix}` : 'Nothing to do.'}</TableCell>
                    <TableCell width="min">
                      {deals > 0 && (
                        <Button size="extra-small" onClick={() => setOpened(id === opened ? undefined : id)}>
                          {id === opened ? 'Hide deals' : 'Show deals'}
                        </Button>
                      )}
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
            {shown && <GapDeals key={shown.id} check={shown.id} title={shown.title} />}
          </Flex>
        );
      }}
    </Loaded>
  );
}
