import { Alert, Button, Flex, Heading, Text } from '@hubspot/ui-extensions';
import type { SetupView } from '../../contract/index.ts';
import type { Asked } from '../../shared/use-answer.ts';
import { ReadingProgress } from '../ReadingProgress.tsx';
import { Step } from './Step.tsx';
import { useRefreshWhile } from './use-refresh-while.ts';

/** The first run as last answered, and how to ask again. */
export interface SetupState extends Pick<Asked<SetupView>, 'refresh' | 'show'> {
  view: SetupView;
  isStale: boolean;
}

/** The first run, step by step; later the same list as a check. */
export function SetUp({ setup }: { setup: SetupState }) {
  const { view, isStale, refresh, show } = setup;
  const { isReady, headline, portalName, progress, steps } = view;
  const isWaiting = useRefreshWhile(progress !== null, refresh);
  // One thing at a time: only the first step that waits for a person is open, and only it has a primary button.
  const next = steps.find(({ state }) => state === 'open')?.id;
  return (
    <Flex direction="column" gap="md">
      {isReady ? (
        <Alert title="You are ready" variant="success">
          {`Sideline is set up for ${portalName}. Come back here whenever something changes.`}
        </Alert>
      ) : (
        <Flex direction="column" gap="flush">
          <Heading>{`Set up Sideline for ${portalName}`}</Heading>
          <Text>{headline}</Text>
        </Flex>
      )}
      {isStale && <Text variant="microcopy">Could not be refreshed just now.</Text>}
      {progress !== null && (
        <Flex direction="column" gap="xs">
          <ReadingProgress progress={progress} />
          {!isWaiting && (
            <Flex>
              <Button size="small" onClick={refresh}>
                Check again
              </Button>
            </Flex>
          )}
        </Flex>
      )}
      {steps.map((step, index) => (
        <Step
          key={step.id}
          step={step}
          number={index + 1}
          isNext={step.id === next}
          view={view}
          onChanged={show}
        />
      ))}
    </Flex>
  );
}
