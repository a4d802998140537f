import { Heading, Flex, LoadingSpinner } from '@hubspot/ui-extensions';
import type { CardActions } from '../../../coaching/card-context.ts';
import { impactView } from '../../../contract/index.ts';
import type { Reach } from '../../../shared/ask-service.ts';
import { Failure } from '../../../shared/Failure.tsx';
import { useAnswer } from '../../../shared/use-answer.ts';
import { ChooseMetric } from './ChooseMetric.tsx';
import { Findings } from './Findings.tsx';

interface ImpactProps {
  reach: Reach;
  actions: CardActions;
}

/** Whether coaching helps: for whoever has managers below them and for ops; nothing at all for anybody else. */
export function Impact({ reach, actions }: ImpactProps) {
  const { state, tryAgain, show } = useAnswer(reach, { path: '/home/coaching/impact', answer: impactView });
  if (state.status === 'loading') return <LoadingSpinner label="Comparing quarters" showLabel />;
  if (state.status === 'failed') {
    if (state.error.code === 'forbidden') return null;
    return <Failure error={state.error} onTryAgain={tryAgain} />;
  }
  return (
    <Flex direction="column" gap="sm">
      <Heading>Does coaching help?</Heading>
      <Findings view={state.view} />
      <ChooseMetric
        reach={reach}
        view={state.view}
        onChosen={(view) => {
          actions.addAlert({ type: 'success', message: 'Chosen. Results count from the next quarter on.' });
          show(view);
        }}
      />
    </Flex>
  );
}
