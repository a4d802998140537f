import { Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { Question } from '../shared/ask-service.ts';
import { Failure } from '../shared/Failure.tsx';
import { useAnswer, type Asked } from '../shared/use-answer.ts';
import { usePage } from './page-context.ts';

interface LoadedProps<View> {
  question: Question<View>;
  /** What is being waited for: "Reading people". */
  label: string;
  children: (view: View, tools: Pick<Asked<View>, 'refresh' | 'show'>) => ReactNode;
}

/** Asks when it is opened, and shows what was answered: or that it is on its way, or why there is nothing. */
export function Loaded<View>({ question, label, children }: LoadedProps<View>) {
  const { reach } = usePage();
  const { state, refresh, show } = useAnswer(reach, question);
  if (state.status === 'loading') return <LoadingSpinner label={label} showLabel layout="centered" />;
  if (state.status === 'failed') return <Failure error={state.error} onTryAgain={refresh} />;
  return (
    <Flex direction="column" gap="md">
      {state.isStale && (
        <Text variant="microcopy">Could not be refreshed just now. This is what was there before.</Text>
      )}
      {children(state.view, { refresh, show })}
    </Flex>
  );
}
