import { Button, EmptyState, Flex, Text, type PagesContext } from '@hubspot/ui-extensions';
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
  const query = whose.kind === 'report' ? { repId: whose.repId } : {};
  return (
    <Flex direction="column" gap="md">
      <Flex>
        <Button variant="transparent" onClick={onBack}>
          Back to Coaching
        </Button>
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
                />
              )}
            </MeetingCoaching>
          )
        }
      </Loaded>
    </Flex>
  );
}
