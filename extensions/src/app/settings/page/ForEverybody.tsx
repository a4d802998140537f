import { Alert, Flex } from '@hubspot/ui-extensions';
import { AboutMe } from './about-me/AboutMe.tsx';

/** What somebody sees who is not ops: that these settings are not theirs, and everything that is held on them. */
export function ForEverybody() {
  return (
    <Flex direction="column" gap="md">
      <Alert title="Only ops can change these settings" variant="info">
        Ask whoever installed Sideline if you should be ops too. What Sideline holds on you is below.
      </Alert>
      <AboutMe />
    </Flex>
  );
}
