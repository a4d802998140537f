import { Accordion, Flex, Text } from '@hubspot/ui-extensions';
import { definitionsView } from '../../contract/index.ts';
import type { Reach } from '../../shared/ask-service.ts';
import { Loaded } from '../../shared/Loaded.tsx';

/** What each figure means here: its formula, what it speaks of, and what is missing from it now. */
export function Definitions({ reach }: { reach: Reach }) {
  return (
    <Loaded
      reach={reach}
      question={{ path: '/home/definitions', answer: definitionsView }}
      label="Looking up what each figure means"
    >
      {({ definitions }) => (
        <Flex direction="column" gap="sm">
          {definitions.map(({ id, term, meaning, formula, scope, leftOut }) => (
            <Accordion key={id} title={term} size="small" defaultOpen={leftOut.length > 0}>
              <Flex direction="column" gap="xs">
                <Text>{meaning}</Text>
                <Text>
                  <Text inline format={{ fontWeight: 'demibold' }}>
                    {'Formula: '}
                  </Text>
                  {formula}
                </Text>
                <Text>
                  <Text inline format={{ fontWeight: 'demibold' }}>
                    {'Here: '}
                  </Text>
                  {scope}
                </Text>
                <Text>
                  <Text inline format={{ fontWeight: 'demibold' }}>
                    {'Left out now: '}
                  </Text>
                  {leftOut.length === 0 ? 'nothing' : leftOut.join('; ')}
                </Text>
              </Flex>
            </Accordion>
          ))}
        </Flex>
      )}
    </Loaded>
  );
}
