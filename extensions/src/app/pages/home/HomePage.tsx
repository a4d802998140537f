import { Tab, Tabs, type PagesContext } from '@hubspot/ui-extensions';
import type { CardActions } from '../coaching/card-context.ts';
import type { Whose } from './coaching/meeting/Meeting.tsx';
import { Coaching } from './coaching/Coaching.tsx';
import { Definitions } from './definitions/Definitions.tsx';
import { Team } from './team/Team.tsx';

interface HomePageProps {
  context: PagesContext;
  actions: CardActions;
  /** The 1:1 that the address names. */
  opened?: Whose;
}

/** The home page of the app: how people stand, how coaching goes, and what each figure means. */
export function HomePage({ context, actions, opened }: HomePageProps) {
  return (
    <Tabs defaultSelected={opened ? 'coaching' : 'team'} variant="enclosed">
      <Tab tabId="team" title="Team">
        <Team reach={context} />
      </Tab>
      <Tab tabId="coaching" title="Coaching">
        <Coaching context={context} actions={actions} {...(opened && { opened })} />
      </Tab>
      <Tab tabId="definitions" title="Definitions">
        <Definitions reach={context} />
      </Tab>
    </Tabs>
  );
}
