import { Alert, Button, Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import { useEffect, useState, type ReactNode } from 'react';
import type { Change } from '../shared/ask-service.ts';
import { useChange } from '../shared/use-change.ts';
import { usePage } from './page-context.ts';

interface PreviewedProps<View> {
  /** Asks what a change would do. Changes nothing, but takes more than an address can hold. */
  question: Omit<Change<View>, 'key'>;
  label: string;
  failedTitle: string;
  /** `again`: what is there has become different, so that what was shown holds no more. */
  children: (preview: View, again: () => void) => ReactNode;
}

/** What a change would do, asked anew whenever the change is another one. */
export function Previewed<View>({ question, label, failedTitle, children }: PreviewedProps<View>) {
  const { reach } = usePage();
  const { failure, send } = useChange(reach);
  const [preview, setPreview] = useState<{ words: string; shown: View }>();
  const [attempt, setAttempt] = useState(0);
  const again = () => setAttempt((count) => count + 1);
  const words = JSON.stringify(question.input);
  useEffect(() => {
    let isNewest = true;
    void send(question).then((answer) => {
      if (isNewest && answer.ok) setPreview({ words, shown: answer.view });
    });
    return () => {
      isNewest = false;
    };
    // `words` stands for the question, which is a new object on every render.
  }, [words, attempt, send]);

  if (failure) {
    return (
      <Alert title={failedTitle} variant="warning">
        <Flex direction="column" gap="sm" align="start">
          <Text>{failure.message}</Text>
          <Button size="small" onClick={again}>
            Try again
          </Button>
        </Flex>
      </Alert>
    );
  }
  if (preview?.words !== words) return <LoadingSpinner label={label} showLabel />;
  return children(preview.shown, again);
}
