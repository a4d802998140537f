import { Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { Question, Reach } from '../shared/ask-service.ts';
import { Failure } from '../shared/Failure.tsx';
import { useAnswer } from '../shared/use-answer.ts';

interface LoadedProps<View> {
  reach: Reach;
  question: Question<View>;
  /** What is being waited for: "Adding up". */
  label: string;
  children: (view: View, refresh: () => void) => ReactNode;
}

/** Asks when it is opened, and shows what was answered: or that it is on its way, or why there is nothing. */
export function Loaded<View>({ reach, question, label, children }: LoadedProps<View>) {
  const { state, refresh } = useAnswer(reach, question);
  if (state.status === 'loading') return <LoadingSpinner label={label} showLabel layout="centered" />;
  if (state.status === 'failed') return <Failure error={state.error} onTryAgain={refresh} />;
  return (
    <Flex direction="column" gap="md">
      {state.isStale && (
        <Text variant="microcopy">Could not be refreshed just now. This is what was there before.</Text>
      )}
      {children(state.view, refresh)}
    </Flex>
  );
}
