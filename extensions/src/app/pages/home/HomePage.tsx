import { Tab, Tabs, type PagesContext } from '@hubspot/ui-extensions';
import type { CardActions } from '../coaching/card-context.ts';
import { Coaching } from './coaching/Coaching.tsx';
import { Definitions } from './definitions/Definitions.tsx';
import { Team } from './team/Team.tsx';

interface HomePageProps {
  context: PagesContext;
  actions: CardActions;
}

/** The home page of the app: how people stand, how coaching goes, and what each figure means. */
export function HomePage({ context, actions }: HomePageProps) {
  return (
    <Tabs defaultSelected="team" variant="enclosed">
      <Tab tabId="team" title="Team">
        <Team reach={context} />
      </Tab>
      <Tab tabId="coaching" title="Coaching">
        <Coaching context={context} actions={actions} />
      </Tab>
      <Tab tabId="definitions" title="Definitions">
        <Definitions reach={context} />
      </Tab>
    </Tabs>
  );
}
