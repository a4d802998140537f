// Generated from extensions/src/app/cards/shared/Loaded.tsx by `npm run generate`: edit it there.
import { Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { ReactNode } from 'react';
import type { Question, Reach } from './ask-service.ts';
import { Failure } from './Failure.tsx';
import { useAnswer, type Asked } from './use-answer.ts';

export interface LoadedProps<View> {
  reach: Reach;
  question: Question<View>;
  /** What is being waited for: "Reading people". */
  label: string;
  children: (view: View, tools: Pick<Asked<View>, 'refresh' | 'show'>) => ReactNode;
}

/** Asks when it is opened, and shows what was answered: or that it is on its way, or why there is nothing. */
export function Loaded<View>({ reach, question, label, children }: LoadedProps<View>) {
  const { state, refresh, tryAgain, show } = useAnswer(reach, question);
  if (state.status === 'loading') return <LoadingSpinner label={label} showLabel layout="centered" />;
  if (state.status === 'failed') return <Failure error={state.error} onTryAgain={tryAgain} />;
  return (
    <Flex direction="column" gap="md">
      {state.isStale && (
        <Text variant="microcopy">Could not be refreshed just now. This is what was there before.</Text>
      )}
      {children(state.view, { refresh, show })}
    </Flex>
  );
}
