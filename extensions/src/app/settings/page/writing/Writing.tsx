import { Flex, Heading, StatusTag } from '@hubspot/ui-extensions';
import { writesView, type WritesView } from '../../contract/index.ts';
import { ChangeButton } from '../ChangeButton.tsx';
import { Loaded } from '../Loaded.tsx';
import { usePage } from '../page-context.ts';
import { Choices } from './Choices.tsx';
import { Parked } from './Parked.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { WritePlan } from './WritePlan.tsx';
import { Written } from './Written.tsx';

/** What Sideline would write and has written; start, pause, go on, remove; and what HubSpot refused. */
export function Writing() {
  const { goTo } = usePage();
  return (
    <Loaded question={{ path: '/settings/writes', answer: writesView }} label="Reading what Sideline wrote">
      {(view, { show }) => {
        const change = (what: 'pause' | 'resume') => ({
          path: `/settings/writes/${what}`,
          input: {},
          answer: writesView,
        });
        return (
          <Flex direction="column" gap="md">
            <Flex justify="between" align="center" gap="sm" wrap>
              <Heading>{view.headline}</Heading>
              <StatusTag variant={tags[view.state].variant}>{tags[view.state].words}</StatusTag>
            </Flex>
            {view.mayStart && (
              <WritePlan
                onStarted={(started) => {
                  show(started);
                  goTo('setup');
                }}
              />
            )}
            <Written properties={view.properties} />
            <Flex gap="sm" align="start" wrap>
              {view.mayResume && (
                <ChangeButton variant="primary" change={change('resume')} onDone={show}>
                  Go on writing
                </ChangeButton>
              )}
              {view.mayPause && (
                <ChangeButton change={change('pause')} onDone={show}>
                  Pause writing
                </ChangeButton>
              )}
              {view.mayRemove && <RemoveButton onRemoved={show} />}
            </Flex>
            <Choices choices={view.choices} onSwitched={show} />
            <Parked />
          </Flex>
        );
      }}
    </Loaded>
  );
}

const tags: Record<
  WritesView['state'],
  { words: string; variant: 'default' | 'success' | 'warning' | 'info' }
> = {
  notAsked: { words: 'Not started', variant: 'default' },
  on: { words: 'On', variant: 'success' },
  paused: { words: 'Paused', variant: 'warning' },
  notGranted: { words: 'Permission missing', variant: 'warning' },
  removing: { words: 'Being removed', variant: 'info' },
};
