import { Flex, Heading, Select, Table, TableBody, TableCell, TableRow, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { rolesView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { Loaded } from '../Loaded.tsx';

/** Who is ops, and making somebody ops or not any more; never without anybody. */
export function Roles() {
  const [userId, setUserId] = useState<string>();
  return (
    <Loaded question={{ path: '/settings/roles', answer: rolesView }} label="Reading roles">
      {({ explanation, ops, candidates }, { show }) => (
        <Flex direction="column" gap="sm">
          <Flex direction="column" gap="flush">
            <Heading>Ops</Heading>
            <Text>{explanation}</Text>
          </Flex>
          <Table density="condensed">
            <TableBody>
              {ops.map(({ userId: id, name, isYou, since, mayWithdraw }) => (
                <TableRow key={id}>
                  <TableCell width="min">{isYou ? `${name} (you)` : name}</TableCell>
                  <TableCell width="max">{since}</TableCell>
                  <TableCell width="min">
                    {mayWithdraw && (
                      <ChangeButton
                        size="extra-small"
                        change={{
                          path: '/settings/roles/withdraw',
                          input: { userId: id },
                          answer: rolesView,
                        }}
                        onDone={show}
                      >
                        No longer ops
                      </ChangeButton>
                    )}
                  </TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
          {candidates.length > 0 && (
            <Flex gap="sm" align="end" wrap>
              <Select
                label="Make somebody ops"
                name="candidate"
                {...(userId !== undefined && { value: userId })}
                options={candidates.map((candidate) => ({ label: candidate.name, value: candidate.userId }))}
                onChange={(value) => setUserId(String(value))}
              />
              <ChangeButton
                disabled={userId === undefined}
                change={{ path: '/settings/roles/grant', input: { userId }, answer: rolesView }}
                onDone={(view) => {
                  setUserId(undefined);
                  show(view);
                }}
              >
                Make ops
              </ChangeButton>
            </Flex>
          )}
        </Flex>
      )}
    </Loaded>
  );
}
