import { Alert, Flex, Text } from '@hubspot/ui-extensions';
import { rolesView } from '../contract/index.ts';
import { AboutMe } from './about-me/AboutMe.tsx';
import { ChangeButton } from './ChangeButton.tsx';
import { usePage } from './page-context.ts';

/** What somebody sees who is not ops: that these settings are not theirs, and everything that is held on them. */
export function ForEverybody({ onBecameOps }: { onBecameOps: () => void }) {
  const { actions } = usePage();
  return (
    <Flex direction="column" gap="md">
      <Alert title="Only ops can change these settings" variant="info">
        <Flex direction="column" gap="sm" align="start">
          <Text>
            Ask whoever is ops if you should be ops too. A super admin of this HubSpot account can become ops
            at once. What Sideline holds on you is below.
          </Text>
          <ChangeButton
            size="small"
            change={{ path: '/settings/roles/claim', input: {}, answer: rolesView }}
            onDone={() => {
              actions.addAlert({ type: 'success', message: 'You are ops now.' });
              onBecameOps();
            }}
          >
            I am a super admin: make me ops
          </ChangeButton>
        </Flex>
      </Alert>
      <AboutMe />
    </Flex>
  );
}
