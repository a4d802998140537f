import { Alert, Button, Flex, List, LoadingButton, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import { peoplePreview, type PeoplePreview as Preview } from '../../contract/index.ts';
import { useChange } from '../../shared/use-change.ts';
import { usePage } from '../page-context.ts';
import type { PersonChange } from './person-draft.ts';

/** What changes of people would do: who becomes visible to whom. Saved only as it was shown. */
export function PeoplePreview({ changes, onSaved }: { changes: PersonChange[]; onSaved: () => void }) {
  const { reach, actions } = usePage();
  const asking = useChange(reach);
  const saving = useChange(reach);
  const [preview, setPreview] = useState<{ words: string; shown: Preview }>();
  const [attempt, setAttempt] = useState(0);
  const words = JSON.stringify(changes);
  useEffect(() => {
    let isNewest = true;
    void asking
      .send({ path: '/settings/people/preview', input: { changes }, answer: peoplePreview })
      .then((answer) => {
        if (isNewest && answer.ok) setPreview({ words, shown: answer.view });
      });
    return () => {
      isNewest = false;
    };
    // `words` stands for the changes, whose list is new on every render.
  }, [words, attempt]);

  const shown = preview?.words === words ? preview.shown : undefined;
  if (asking.failure) {
    return (
      <Alert title="This cannot be saved as it is" variant="warning">
        <Flex direction="column" gap="sm" align="start">
          <Text>{asking.failure.message}</Text>
          <Button size="small" onClick={() => setAttempt((count) => count + 1)}>
            Try again
          </Button>
        </Flex>
      </Alert>
    );
  }
  if (!shown) return <LoadingSpinner label="Working out who will see what" showLabel />;

  const save = async () => {
    const { digest } = shown;
    const answer = await saving.send({
      path: '/settings/people',
      input: { changes, digest },
      answer: peoplePreview,
    });
    if (answer.ok) {
      actions.addAlert({ type: 'success', message: 'Saved.' });
      onSaved();
    } else if (answer.error.field === 'digest') {
      setAttempt((count) => count + 1);
    }
  };
  const lines = [...shown.becomesVisible, ...shown.noLongerVisible].map(({ sentence }) => sentence);
  return (
    <Flex direction="column" gap="sm" align="start">
      <Text format={{ fontWeight: 'demibold' }}>What this does</Text>
      <List>
        {[...shown.changes, ...lines, ...shown.remarks].map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </List>
      <LoadingButton variant="primary" loading={saving.isSending} onClick={() => void save()}>
        Save
      </LoadingButton>
      {saving.failure && <Text format={{ fontWeight: 'demibold' }}>{saving.failure.message}</Text>}
    </Flex>
  );
}
