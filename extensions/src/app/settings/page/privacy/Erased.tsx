import { Flex, List, Text } from '@hubspot/ui-extensions';
import type { ErasurePreview } from '../../contract/index.ts';

/** What is erased for good, and what stays. */
export function Erased({ name, erased, kept }: Omit<ErasurePreview, 'confirmWith'>) {
  return (
    <Flex direction="column" gap="sm">
      <Text format={{ fontWeight: 'demibold' }}>{`Erased of ${name}, for good:`}</Text>
      <List>
        {erased.map((line) => (
          <Text key={line}>{line}</Text>
        ))}
      </List>
      {kept.length > 0 && (
        <Flex direction="column" gap="sm">
          <Text format={{ fontWeight: 'demibold' }}>What stays:</Text>
          <List>
            {kept.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </List>
        </Flex>
      )}
    </Flex>
  );
}
