import { Flex, Heading, LoadingSpinner, Text } from '@hubspot/ui-extensions';
import type { CardActions } from '../../../coaching/card-context.ts';
import { pulseView } from '../../../contract/index.ts';
import type { Reach } from '../../../shared/ask-service.ts';
import { Failure } from '../../../shared/Failure.tsx';
import { useAnswer } from '../../../shared/use-answer.ts';
import { Groups } from './Groups.tsx';
import { OwnPart } from './OwnPart.tsx';

interface PulseProps {
  reach: Reach;
  actions: CardActions;
}

/** Three questions a quarter about working with one's manager: the viewer's own part, and the words of the groups below them. */
export function Pulse({ reach, actions }: PulseProps) {
  const { state, tryAgain, show } = useAnswer(reach, { path: '/home/coaching/pulse', answer: pulseView });
  if (state.status === 'loading') return <LoadingSpinner label="Looking at the pulse" showLabel />;
  if (state.status === 'failed') {
    // Whoever owns nothing in HubSpot has no part in it, and needs no lock to look at.
    if (state.error.code === 'forbidden') return null;
    return <Failure error={state.error} onTryAgain={tryAgain} />;
  }
  const { view } = state;
  return (
    <Flex direction="column" gap="sm">
      <Heading>Pulse</Heading>
      {view.state === 'off' ? (
        <Text variant="microcopy">
          The pulse is off in this account. Ops can switch it on in Sideline&apos;s settings, under Coaching.
        </Text>
      ) : (
        <>
          <OwnPart reach={reach} actions={actions} view={view} onChanged={show} />
          {view.groups !== null && <Groups groups={view.groups} />}
        </>
      )}
    </Flex>
  );
}
