import { Alert, Flex, List, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { quotaPastePreview } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { usePage } from '../page-context.ts';
import { Previewed } from '../Previewed.tsx';
import { PasteChanges } from './PasteChanges.tsx';

interface PastePreviewProps {
  csv: string;
  mode: 'add' | 'replace';
  onSaved: () => void;
}

/** What pasted rows would do, and the button that does exactly that. */
export function PastePreview({ csv, mode, onSaved }: PastePreviewProps) {
  const { actions } = usePage();
  const [isSaved, setSaved] = useState(false);
  return (
    <Previewed
      question={{ path: '/settings/quotas/paste/preview', input: { csv, mode }, answer: quotaPastePreview }}
      label="Comparing with what is there"
      failedTitle="These rows cannot be read"
    >
      {({ digest, headline, counts, changes, unmatched }, again) => (
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
          {changes.length > 0 && <PasteChanges changes={changes} />}
          {!isSaved && (
            <ChangeButton
              variant="primary"
              disabled={counts.added + counts.changed + counts.removed === 0}
              change={{
                path: '/settings/quotas/paste',
                input: { csv, mode, digest },
                answer: quotaPastePreview,
              }}
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
      )}
    </Previewed>
  );
}
