import { Divider, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { ExportButton } from './ExportButton.tsx';
import { Leaving } from './Leaving.tsx';
import { OnePerson } from './OnePerson.tsx';

/** Export, erasure and leaving. */
export function Privacy() {
  return (
    <Flex direction="column" gap="md">
      <Flex direction="column" gap="flush">
        <Heading>Export</Heading>
        <Text>Everything that Sideline holds for this account, as one text.</Text>
      </Flex>
      <ExportButton path="/settings/export/portal">Export everything</ExportButton>
      <Divider />
      <OnePerson />
      <Divider />
      <Leaving />
    </Flex>
  );
}
