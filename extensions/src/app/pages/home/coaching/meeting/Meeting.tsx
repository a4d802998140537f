import { Button, EmptyState, Flex, Text, type PagesContext } from '@hubspot/ui-extensions';
import { useEffect, useState } from 'react';
import type { CardActions } from '../../../coaching/card-context.ts';
import { meetingView } from '../../../contract/index.ts';
import { Loaded } from '../../../shared/Loaded.tsx';
import { MeetingBody } from './MeetingBody.tsx';
import { MeetingCoaching } from './MeetingCoaching.tsx';

/** Whose 1:1 is open: the viewer's own, or a report's. */
export type Whose = { readonly kind: 'own' } | { readonly kind: 'report'; readonly repId: string };

interface MeetingProps {
  context: PagesContext;
  actions: CardActions;
  whose: Whose;
  onBack: () => void;
}

/** One 1:1: what it will be about, and after it what was agreed. */
export function Meeting({ context, actions, whose, onBack }: MeetingProps) {
  const [isUnsaved, setUnsaved] = useState(false);
  const [isLeaving, setLeaving] = useState(false);
  useEffect(() => {
    if (isLeaving && !isUnsaved) onBack();
    // Once what was written is saved.
  }, [isLeaving, isUnsaved]);
  const query = whose.kind === 'report' ? { repId: whose.repId } : {};
  return (
    <Flex direction="column" gap="md">
      <Flex gap="sm" align="center">
        <Button variant="transparent" onClick={() => (isUnsaved && !isLeaving ? setLeaving(true) : onBack())}>
          Back to Coaching
        </Button>
        {isLeaving && (
          <Text variant="microcopy">Saving what you wrote. Press again to leave without waiting.</Text>
        )}
      </Flex>
      <Loaded
        reach={context}
        question={{ path: '/home/coaching/meeting', query, answer: meetingView }}
        label="Preparing the 1:1"
      >
        {(view, { refresh }) =>
          view.next === null || view.agenda === null ? (
            <EmptyState title="No 1:1 yet" layout="vertical">
              <Text>Sideline does not know whom you report to. Ops can set it under Settings, People.</Text>
            </EmptyState>
          ) : (
            <MeetingCoaching
              key={view.next.recordId}
              context={context}
              actions={actions}
              recordId={view.next.recordId}
              ownerId={view.rep.ownerId}
              onChanged={refresh}
            >
              {(card) => (
                <MeetingBody
                  context={context}
                  actions={actions}
                  view={view}
                  card={card}
                  onChanged={refresh}
                  isLeaving={isLeaving}
                  onUnsaved={setUnsaved}
                />
              )}
            </MeetingCoaching>
          )
        }
      </Loaded>
    </Flex>
  );
}
