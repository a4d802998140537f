import { Flex, type PagesContext } from '@hubspot/ui-extensions';
import { useState } from 'react';
import type { CardActions } from '../../coaching/card-context.ts';
import { coachingOverviewView } from '../../contract/index.ts';
import { Loaded } from '../../shared/Loaded.tsx';
import { Calibration } from './calibration/Calibration.tsx';
import { Impact } from './impact/Impact.tsx';
import { Meeting, type Whose } from './meeting/Meeting.tsx';
import { Overview } from './Overview.tsx';
import { Pulse } from './pulse/Pulse.tsx';
import { Waiting } from './waiting/Waiting.tsx';

interface CoachingProps {
  context: PagesContext;
  actions: CardActions;
  /** The 1:1 that is open at first. */
  opened?: Whose;
}

/** How coaching goes, and behind each name the 1:1. */
export function Coaching({ context, actions, opened: first }: CoachingProps) {
  const [opened, setOpened] = useState<Whose | null>(first ?? null);
  if (opened !== null)
    return <Meeting context={context} actions={actions} whose={opened} onBack={() => setOpened(null)} />;
  return (
    <Flex direction="column" gap="lg">
      <Loaded
        reach={context}
        question={{ path: '/home/coaching', answer: coachingOverviewView }}
        label="Looking at 1:1s"
      >
        {(view) => <Overview view={view} onOpen={setOpened} />}
      </Loaded>
      <Waiting context={context} actions={actions} />
      <Calibration reach={context} />
      <Impact reach={context} actions={actions} />
      <Pulse reach={context} actions={actions} />
    </Flex>
  );
}
