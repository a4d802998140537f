import { LoadingSpinner, type CrmContext } from '@hubspot/ui-extensions';
import { useMemo } from 'react';
import { Failure } from '../../shared/Failure.tsx';
import { CardContext, toolsOf, type CardActions, type CardTools } from '../card-context.ts';
import { CardBody } from './CardBody.tsx';
import { Glance } from './Glance.tsx';
import { recordOf } from './record-of.ts';
import { useCoaching } from './use-coaching.ts';
import { useHolds, useShownView } from '../use-shown-view.ts';

interface CoachingOfProps {
  context: CrmContext;
  actions: CardActions;
  extent: 'full' | 'glance';
  /** Undefined where HubSpot has not said yet. */
  ownerId: string | null | undefined;
}

/** The card of a record whose owner is known, in whatever state it is. */
export function CoachingOf({ context, actions, extent, ownerId }: CoachingOfProps) {
  const { state, refresh, tryAgain } = useCoaching(context, ownerId);
  const { isHeld, hold } = useHolds();
  const shown = useShownView(state, isHeld);
  const { recordType, recordId } = recordOf(context);
  const tools = useMemo<CardTools>(
    () => ({
      ...{ reach: context, actions, record: { recordType, recordId }, refresh, hold },
      ...toolsOf(shown?.view),
    }),
    [context, actions, recordType, recordId, refresh, hold, shown?.view],
  );
  if (shown === null) {
    return state.status === 'failed' ? (
      <Failure error={state.error} onTryAgain={tryAgain} notFoundTitle="Nothing to show here" />
    ) : (
      <LoadingSpinner label="Reading coaching" showLabel layout="centered" />
    );
  }
  const Body = extent === 'full' ? CardBody : Glance;
  return (
    <CardContext.Provider value={tools}>
      <Body view={shown.view} isStale={shown.isStale} />
    </CardContext.Provider>
  );
}
