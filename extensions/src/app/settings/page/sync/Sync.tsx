import {
  Button,
  DescriptionList,
  DescriptionListItem,
  Flex,
  Heading,
  StatusTag,
  Text,
} from '@hubspot/ui-extensions';
import { done, syncView, type SyncView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { Loaded } from '../Loaded.tsx';
import { usePage } from '../page-context.ts';
import { ReadingProgress } from '../ReadingProgress.tsx';
import { useRefreshWhile } from '../setup/use-refresh-while.ts';

/** Whether Sideline keeps up with HubSpot, since when, and what waits. */
export function Sync() {
  return (
    <Loaded question={{ path: '/settings/sync', answer: syncView }} label="Asking how the sync is">
      {(view, { refresh }) => <Health view={view} onRefresh={refresh} />}
    </Loaded>
  );
}

function Health({ view, onRefresh }: { view: SyncView; onRefresh: () => void }) {
  const { actions, goTo } = usePage();
  const { state, headline, facts, progress, parked, pausedUntilLabel, mayCheckAgain } = view;
  useRefreshWhile(progress !== null, onRefresh);
  return (
    <Flex direction="column" gap="md">
      <Flex justify="between" align="center" gap="sm" wrap>
        <Heading>{headline}</Heading>
        <StatusTag variant={tags[state].variant}>{tags[state].words}</StatusTag>
      </Flex>
      {progress !== null && <ReadingProgress progress={progress} />}
      {pausedUntilLabel !== null && (
        <Text>{`HubSpot asked Sideline to wait until ${pausedUntilLabel}.`}</Text>
      )}
      <DescriptionList direction="row">
        {facts.map(({ id, label, value }) => (
          <DescriptionListItem key={id} label={label}>
            {value}
          </DescriptionListItem>
        ))}
      </DescriptionList>
      <Flex gap="sm" align="start" wrap>
        <ChangeButton
          variant="primary"
          disabled={!mayCheckAgain}
          change={{ path: '/settings/sync/check', input: {}, answer: done }}
          onDone={({ message }) => {
            actions.addAlert({ type: 'success', message });
            onRefresh();
          }}
        >
          Read everything again
        </ChangeButton>
        <Button onClick={onRefresh}>Refresh this page</Button>
        {parked > 0 && (
          <Button
            onClick={() => goTo('writing')}
          >{`See ${parked} refused ${parked === 1 ? 'write' : 'writes'}`}</Button>
        )}
      </Flex>
    </Flex>
  );
}

const tags: Record<SyncView['state'], { words: string; variant: 'success' | 'info' | 'warning' | 'danger' }> =
  {
    reading: { words: 'Reading', variant: 'info' },
    working: { words: 'Catching up', variant: 'info' },
    upToDate: { words: 'Up to date', variant: 'success' },
    paused: { words: 'Waiting for HubSpot', variant: 'warning' },
    trouble: { words: 'Trouble', variant: 'danger' },
  };
