import {
  Alert,
  Button,
  Flex,
  List,
  LoadingSpinner,
  StatusTag,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
  Text,
} from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { quotaPastePreview, type QuotaPastePreview } from '../../contract/index.ts';
import { useChange } from '../../shared/use-change.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { usePage } from '../page-context.ts';

interface PastePreviewProps {
  csv: string;
  mode: 'add' | 'replace';
  onSaved: () => void;
}

/** What pasted rows would do, and the button that does exactly that. */
export function PastePreview({ csv, mode, onSaved }: PastePreviewProps) {
  const { reach, actions } = usePage();
  const { failure, send } = useChange(reach);
  const [preview, setPreview] = useState<QuotaPastePreview>();
  const [attempt, setAttempt] = useState(0);
  const [isSaved, setSaved] = useState(false);
  useEffect(() => {
    let isNewest = true;
    setPreview(undefined);
    void send({
      path: '/settings/quotas/paste/preview',
      input: { csv, mode },
      answer: quotaPastePreview,
    }).then((answer) => {
      if (isNewest && answer.ok) setPreview(answer.view);
    });
    return () => {
      isNewest = false;
    };
  }, [csv, mode, attempt, send]);
  const again = () => setAttempt((count) => count + 1);

  if (failure) {
    return (
      <Alert title="These rows cannot be read" variant="warning">
        <Flex direction="column" gap="sm" align="start">
          <Text>{failure.message}</Text>
          <Button size="small" onClick={again}>
            Try again
          </Button>
        </Flex>
      </Alert>
    );
  }
  if (!preview) return <LoadingSpinner label="Comparing with what is there" showLabel />;
  const { digest, headline, counts, changes, unmatched } = preview;
  const hasEffect = counts.added + counts.changed + counts.removed > 0;
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>{isSaved ? `Saved: ${headline}` : headline}</Text>
      {unmatched.length > 0 && (
        <Alert title="These lines cannot be used" variant="warning">
          <List>
            {unmatched.map(({ line, reason }) => (
              <Text key={line}>{`Line ${line}: ${reason}`}</Text>
            ))}
          </List>
        </Alert>
      )}
      {changes.length > 0 && (
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
      )}
      {!isSaved && (
        <ChangeButton
          variant="primary"
          disabled={!hasEffect}
          change={{ path: '/settings/quotas/paste', input: { csv, mode, digest }, answer: quotaPastePreview }}
          onDone={(saved) => {
            setSaved(true);
            actions.addAlert({ type: 'success', message: saved.headline });
            onSaved();
          }}
          onOutdated={again}
        >
          Save these quotas
        </ChangeButton>
      )}
    </Flex>
  );
}

const tags = {
  added: { words: 'New', variant: 'success' },
  changed: { words: 'Changed', variant: 'info' },
  removed: { words: 'Removed', variant: 'danger' },
} as const;
