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
import { useState } from 'react';
import { done, parkedView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { Loaded } from '../Loaded.tsx';
import { NextPage } from '../NextPage.tsx';
import { usePage } from '../page-context.ts';
import { RecordLink } from '../RecordLink.tsx';

/** Writes that HubSpot refused for good, in its own words; tried again by hand. */
export function Parked() {
  const { actions } = usePage();
  const [after, setAfter] = useState<string | null>(null);
  return (
    <Loaded
      question={{
        path: '/settings/sync/parked',
        ...(after !== null && { query: { after } }),
        answer: parkedView,
      }}
      label="Reading what HubSpot refused"
    >
      {({ total, rows, after: next }, { refresh }) => {
        const retry = (recordId: string | null) => ({
          path: '/settings/sync/retry',
          input: { recordId },
          answer: done,
        });
        const onDone = ({ message }: { message: string }) => {
          actions.addAlert({ type: 'success', message });
          refresh();
        };
        if (total === 0) return <Text variant="microcopy">HubSpot has refused nothing.</Text>;
        return (
          <Flex direction="column" gap="sm">
            <Flex justify="between" align="center" gap="sm" wrap>
              <Heading>{`HubSpot refused ${total} ${total === 1 ? 'write' : 'writes'}`}</Heading>
              <ChangeButton size="small" change={retry(null)} onDone={onDone}>
                Try all again
              </ChangeButton>
            </Flex>
            <Table density="condensed">
              <TableHead>
                <TableRow>
                  <TableHeader>Deal</TableHeader>
                  <TableHeader>What HubSpot says</TableHeader>
                  <TableHeader>What was to be written</TableHeader>
                  <TableHeader width="min"> </TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {rows.map(({ record, code, message, values }) => (
                  <TableRow key={record.recordId}>
                    <TableCell>
                      <RecordLink record={record} />
                    </TableCell>
                    <TableCell>
                      <Flex direction="column" gap="flush">
                        <Text>{message}</Text>
                        <Text variant="microcopy">{code}</Text>
                      </Flex>
                    </TableCell>
                    <TableCell>
                      <Text variant="microcopy">
                        {values.map(({ label, value }) => `${label}: ${value}`).join(' · ')}
                      </Text>
                    </TableCell>
                    <TableCell width="min">
                      <ChangeButton size="extra-small" change={retry(record.recordId)} onDone={onDone}>
                        Try again
                      </ChangeButton>
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
            <NextPage after={next} isFirst={after === null} onTurn={setAfter} />
          </Flex>
        );
      }}
    </Loaded>
  );
}
