import type { PagesContext } from '@hubspot/ui-extensions';
import { createPageRouter, PageRoutes, usePageRoute } from '@hubspot/ui-extensions/pages';
import { createContext, useContext } from 'react';
import type { CardActions } from '../coaching/card-context.ts';
import type { Whose } from './coaching/meeting/Meeting.tsx';
import { HomePage } from './HomePage.tsx';

interface HomeTools {
  readonly context: PagesContext;
  readonly actions: CardActions;
}

/** HubSpot's router makes its pages itself and gives them nothing. */
export const HomeContext = createContext<HomeTools | null>(null);

function useHome(): HomeTools {
  const tools = useContext(HomeContext);
  if (!tools) throw new Error('A page of the home page stands outside it.');
  return tools;
}

const Start = () => <HomePage {...useHome()} />;

/** The address that the coaching card leads to. */
function StartAtMeeting() {
  const { repId = '' } = usePageRoute().params;
  const opened: Whose = repId === 'own' ? { kind: 'own' } : { kind: 'report', repId };
  return <HomePage key={repId} {...useHome()} opened={opened} />;
}

/** The home page at its addresses: as it is, and with a 1:1 open. */
export const HomeRouter = createPageRouter(
  <PageRoutes>
    <PageRoutes.IndexRoute component={Start} />
    <PageRoutes.Route path="/coaching/:repId" component={StartAtMeeting} />
    <PageRoutes.AnyRoute component={Start} />
  </PageRoutes>,
);
