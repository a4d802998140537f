import {
  Flex,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import type { QuotaPastePreview } from '../../contract/index.ts';

/** Each quota that pasted rows would add, change or remove, with what it was and would be. */
export function PasteChanges({ changes }: Pick<QuotaPastePreview, 'changes'>) {
  return (
    <Table density="condensed">
      <TableHead>
        <TableRow>
          <TableHeader>What</TableHeader>
          <TableHeader>Who</TableHeader>
          <TableHeader>Period</TableHeader>
          <TableHeader align="right">Before</TableHeader>
          <TableHeader align="right">After</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {changes.map((change, index) => (
          <TableRow key={index}>
            <TableCell>
              <StatusTag variant={tags[change.kind].variant}>{tags[change.kind].words}</StatusTag>
            </TableCell>
            <TableCell>
              <Flex direction="column" gap="flush">
                <Text>{[change.name, change.pipelines].filter((part) => part !== null).join(' · ')}</Text>
                {change.remark !== null && <Text variant="microcopy">{change.remark}</Text>}
              </Flex>
            </TableCell>
            <TableCell>{change.period}</TableCell>
            <TableCell align="right">{change.before ?? 'none'}</TableCell>
            <TableCell align="right">{change.after ?? 'none'}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

const tags = {
  added: { words: 'New', variant: 'success' },
  changed: { words: 'Changed', variant: 'info' },
  removed: { words: 'Removed', variant: 'danger' },
} as const;
