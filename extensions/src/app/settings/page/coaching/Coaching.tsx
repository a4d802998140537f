import { Flex } from '@hubspot/ui-extensions';
import { Policy } from './Policy.tsx';
import { PulseSwitch } from './PulseSwitch.tsx';
import { Retention } from './Retention.tsx';
import { Rubrics } from './rubrics/Rubrics.tsx';

/** What ops choose for coaching; never a word of what people write. */
export function Coaching() {
  return (
    <Flex direction="column" gap="lg">
      <Policy />
      <Rubrics />
      <PulseSwitch />
      <Retention />
    </Flex>
  );
}
