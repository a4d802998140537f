import { Flex, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { WhatIfState } from './use-what-if.ts';

/** The sentence under the what-if fields. */
export function WhatIfAnswer({ state }: { state: WhatIfState }) {
  if (state.status === 'untouched') return <Text variant="microcopy">Try another amount or date.</Text>;
  if (state.status === 'incomplete') {
    return <Text variant="microcopy">Enter an amount of zero or more and a date.</Text>;
  }
  if (state.status === 'asking') return <LoadingSpinner label="Working it out" showLabel />;
  if (!state.answer.ok) return <Text>{state.answer.error.message}</Text>;

  const { sentence, remark } = state.answer.view;
  return (
    <Flex direction="column" gap="flush">
      <Text>{sentence}</Text>
      {remark !== null && <Text variant="microcopy">{remark}</Text>}
    </Flex>
  );
}
