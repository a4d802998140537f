import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { OwnCopy } from '../../contract/index.ts';
import { ExportButton } from '../privacy/ExportButton.tsx';

/** A copy that ops have prepared and cannot read: it opens here, for whom it is about. */
export function Copy({ sentence, mayOpen }: OwnCopy) {
  return (
    <Flex direction="column" gap="sm">
      <Heading>A copy for you</Heading>
      <Text>{sentence}</Text>
      {mayOpen && <ExportButton path="/settings/about-me/copy">Open my copy</ExportButton>}
    </Flex>
  );
}
