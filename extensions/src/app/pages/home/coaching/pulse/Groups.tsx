import { Flex, List, Text } from '@hubspot/ui-extensions';
import type { PulseView } from '../../../contract/index.ts';

/** One word a quarter for everybody below a manager together; no numbers, and nobody by themselves. */
export function Groups({ groups }: { groups: NonNullable<PulseView['groups']> }) {
  return (
    <Flex direction="column" gap="sm">
      {groups.length === 0 && (
        <Text>
          Nothing has been published of the people below you yet. A word comes once a quarter is over, where
          enough have answered.
        </Text>
      )}
      {groups.map(({ name, quarters }) => (
        <Flex key={name} direction="column" gap="flush">
          <Text format={{ fontWeight: 'demibold' }}>{name}</Text>
          <List>
            {quarters.map(({ quarterLabel, word }) => (
              <Text key={quarterLabel}>{`${quarterLabel}: ${word}`}</Text>
            ))}
          </List>
        </Flex>
      ))}
      {groups.length > 0 && (
        <Text variant="microcopy">
          Chance is part of each word, so that nobody&apos;s answer can be told from it: talk before you
          conclude. There is no word below eight answers.
        </Text>
      )}
    </Flex>
  );
}
