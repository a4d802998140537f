import { LoadingSpinner, type PagesContext } from '@hubspot/ui-extensions';
import { useCallback, useMemo, type ReactNode } from 'react';
import { CardContext, toolsOf, type CardActions, type CardTools } from '../../../coaching/card-context.ts';
import { useHolds, useShownView } from '../../../coaching/use-shown-view.ts';
import { coachingCardView, type CoachingCardView } from '../../../contract/index.ts';
import { Failure } from '../../../shared/Failure.tsx';
import { useAnswer } from '../../../shared/use-answer.ts';

interface MeetingCoachingProps {
  context: PagesContext;
  actions: CardActions;
  /** The 1:1, as a record beside which notes stand. */
  recordId: string;
  ownerId: string;
  /** Something was written, answered or ticked. */
  onChanged?: () => void;
  children: (card: CoachingCardView) => ReactNode;
}

/** What was written about one 1:1, with everything by which it is written and answered. */
export function MeetingCoaching(props: MeetingCoachingProps) {
  const { context, actions, recordId, ownerId, onChanged, children } = props;
  const { state, refresh, tryAgain } = useAnswer(context, {
    path: '/cards/coaching',
    query: { recordType: 'meeting', recordId, ownerId },
    answer: coachingCardView,
  });
  const { isHeld, hold } = useHolds();
  const shown = useShownView(state, isHeld);
  const renew = useCallback(() => {
    refresh();
    onChanged?.();
  }, [refresh, onChanged]);
  const tools = useMemo<CardTools>(
    () => ({
      ...{ reach: context, actions, record: { recordType: 'meeting', recordId }, refresh: renew, hold },
      ...toolsOf(shown?.view),
    }),
    [context, actions, recordId, renew, hold, shown?.view],
  );
  if (shown === null)
    return state.status === 'failed' ? (
      <Failure error={state.error} onTryAgain={tryAgain} />
    ) : (
      <LoadingSpinner label="Reading notes" showLabel layout="centered" />
    );
  return <CardContext.Provider value={tools}>{children(shown.view)}</CardContext.Provider>;
}
