import { Flex, Heading, LoadingSpinner, Text, type PagesContext } from '@hubspot/ui-extensions';
import type { CardActions } from '../../../coaching/card-context.ts';
import { waitingView } from '../../../contract/index.ts';
import { Failure } from '../../../shared/Failure.tsx';
import { useAnswer } from '../../../shared/use-answer.ts';
import { WaitingNote } from './WaitingNote.tsx';

interface WaitingProps {
  context: PagesContext;
  actions: CardActions;
}

/** What was shared with the viewer and waits for their answer; nothing at all where nothing waits. */
export function Waiting({ context, actions }: WaitingProps) {
  const { state, refresh, tryAgain } = useAnswer(context, {
    path: '/home/coaching/waiting',
    answer: waitingView,
  });
  if (state.status === 'loading') return <LoadingSpinner label="Looking for what waits for you" showLabel />;
  if (state.status === 'failed') {
    // With whoever owns nothing in HubSpot nothing is shared.
    if (state.error.code === 'forbidden') return null;
    return <Failure error={state.error} onTryAgain={tryAgain} />;
  }
  const { ownerId, notes, more } = state.view;
  if (notes.length === 0) return null;
  return (
    <Flex direction="column" gap="sm">
      <Heading>Waits for your answer</Heading>
      <Text variant="microcopy">
        Beside a deal or contact you answer on its Sideline coaching card, after a 1:1 right here.
      </Text>
      {notes.map((note) => (
        <WaitingNote
          key={note.id}
          context={context}
          actions={actions}
          note={note}
          ownerId={ownerId}
          onAnswered={refresh}
        />
      ))}
      {more !== null && <Text variant="microcopy">{more}</Text>}
    </Flex>
  );
}
