import { Flex, Heading } from '@hubspot/ui-extensions';
import type { HandoverView } from '../../contract/index.ts';
import { HandOver } from '../../shared/HandOver.tsx';
import { usePage } from '../page-context.ts';

/** Everything that former managers shared with the person who looks. */
export function FormerNotes({ view, onDone }: { view: HandoverView; onDone: () => void }) {
  const { reach, actions } = usePage();
  return (
    <Flex direction="column" gap="sm">
      <Heading>Coaching by former managers</Heading>
      <HandOver
        reach={reach}
        view={view}
        record={null}
        onDone={(message) => {
          actions.addAlert({ type: 'success', message });
          onDone();
        }}
      />
    </Flex>
  );
}
