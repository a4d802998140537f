import {
  Flex,
  Heading,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import { dataGapView, type DataCheckId } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';
import { NextPage } from '../NextPage.tsx';
import { RecordLink } from '../RecordLink.tsx';

/** The deals behind one gap, each a link to where it can be closed. */
export function GapDeals({ check, title }: { check: DataCheckId; title: string }) {
  const [after, setAfter] = useState<string | null>(null);
  return (
    <Loaded
      question={{
        path: '/settings/data-quality/deals',
        query: { check, ...(after !== null && { after }) },
        answer: dataGapView,
      }}
      label="Reading the deals"
    >
      {({ total, deals, after: next }) => (
        <Flex direction="column" gap="sm">
          <Heading>{`${title}: ${total.toLocaleString('en')} ${total === 1 ? 'deal' : 'deals'}`}</Heading>
          <Table density="condensed">
            <TableHead>
              <TableRow>
                <TableHeader>Deal</TableHeader>
                <TableHeader>Owner</TableHeader>
                <TableHeader>Detail</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {deals.map(({ record, owner, detail }) => (
                <TableRow key={record.recordId}>
                  <TableCell>
                    <RecordLink record={record} />
                  </TableCell>
                  <TableCell>{owner ?? 'nobody'}</TableCell>
                  <TableCell>{detail ?? ''}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          <NextPage after={next} isFirst={after === null} onTurn={setAfter} />
        </Flex>
      )}
    </Loaded>
  );
}
