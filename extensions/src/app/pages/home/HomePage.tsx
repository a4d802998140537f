import { Tab, Tabs, type PagesContext } from '@hubspot/ui-extensions';
import { Definitions } from './definitions/Definitions.tsx';
import { Team } from './team/Team.tsx';

/** The home page of the app: how people stand, and what each figure means. */
export function HomePage({ context }: { context: PagesContext }) {
  return (
    <Tabs defaultSelected="team" variant="enclosed">
      <Tab tabId="team" title="Team">
        <Team reach={context} />
      </Tab>
      <Tab tabId="definitions" title="Definitions">
        <Definitions reach={context} />
      </Tab>
    </Tabs>
  );
}
