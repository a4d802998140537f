import { Flex, Heading, Text } from '@hubspot/ui-extensions';
import { featuresView } from '../../contract/index.ts';
import { Loaded } from '../Loaded.tsx';
import { FeatureRow } from './FeatureRow.tsx';

/** Each feature, the permission it needs in one sentence, and whether it is on. */
export function Features() {
  return (
    <Loaded question={{ path: '/settings/features', answer: featuresView }} label="Reading the features">
      {({ features }, { show }) => (
        <Flex direction="column" gap="sm">
          <Flex direction="column" gap="flush">
            <Heading>Features</Heading>
            <Text>
              Each asks for what it needs and nothing more. Refusing one switches off that feature only.
            </Text>
          </Flex>
          {features.map((feature) => (
            <FeatureRow key={feature.id} feature={feature} onSwitched={show} />
          ))}
        </Flex>
      )}
    </Loaded>
  );
}
