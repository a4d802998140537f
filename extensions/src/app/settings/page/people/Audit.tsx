import {
  Accordion,
  Flex,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useState } from 'react';
import { auditView } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';
import { NextPage } from '../NextPage.tsx';

/** What was changed in this account, by whom and when; asked for when it is opened. */
export function Audit() {
  const [isOpen, setOpen] = useState(false);
  const [after, setAfter] = useState<string | null>(null);
  return (
    <Accordion title="What was changed, by whom" open={isOpen} onClick={() => setOpen(!isOpen)}>
      {isOpen ? (
        <Loaded
          question={{
            path: '/settings/audit',
            ...(after !== null && { query: { after } }),
            answer: auditView,
          }}
          label="Reading the log"
        >
          {({ entries, after: next }) =>
            entries.length === 0 ? (
              <Text>Nothing was changed yet.</Text>
            ) : (
              <Flex direction="column" gap="sm">
                <Table density="condensed">
                  <TableHead>
                    <TableRow>
                      <TableHeader>When</TableHeader>
                      <TableHeader>Who</TableHeader>
                      <TableHeader>What</TableHeader>
                      <TableHeader>Details</TableHeader>
                    </TableRow>
                  </TableHead>
                  <TableBody>
                    {entries.map(({ id, atLabel, who, action, details }) => (
                      <TableRow key={id}>
                        <TableCell width="min">{atLabel}</TableCell>
                        <TableCell>{who}</TableCell>
                        <TableCell>{action}</TableCell>
                        <TableCell>{details}</TableCell>
                      </TableRow>
                    ))}
                  </TableBody>
                </Table>
                <NextPage after={next} isFirst={after === null} onTurn={setAfter} />
              </Flex>
            )
          }
        </Loaded>
      ) : null}
    </Accordion>
  );
}
